export { launchBrowser } from '../../build/find-browser'
