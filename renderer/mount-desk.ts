import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import type { Beginning } from './desk/beginning'
import { i18n } from './language/i18n'
import { refuseStrayFiles } from './desk/refuse-stray-files'

/** Shows the desk in the page, as it has begun. */
export function mountDesk(beginning: Beginning | null): void {
  refuseStrayFiles()
  createApp(App, { beginning }).use(createPinia()).use(i18n).mount('#desk')
}
