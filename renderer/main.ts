import './without-eval'
import './styles/tokens.css'
import './styles/base.css'
import '../dist/fonts/desk/faces.css'
import { findHost } from './desk/host-address'
import { prepareWorker } from './pages/spare-worker'

// The worker that composes takes as long to load as the desk does, so it begins first.
const host = findHost()
if (host !== null) prepareWorker(host)
const { mountDesk } = await import('./mount-desk')
mountDesk(host)
