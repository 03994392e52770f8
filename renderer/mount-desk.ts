import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import type { HostAddress } from './desk/host-address'
import { i18n } from './language/i18n'

/** Shows the desk of a host in the page. */
export function mountDesk(host: HostAddress | null): void {
  createApp(App, { host }).use(createPinia()).use(i18n).mount('#desk')
}
