import { onBeforeUnmount, watchEffect } from 'vue'

const PRODUCT = '版心'

/** The title of the window or tab while a view is there: what it shows, then the product. */
export function titlePage(read: () => string): void {
  watchEffect(() => {
    document.title = `${read()} · ${PRODUCT}`
  })
  onBeforeUnmount(() => {
    document.title = PRODUCT
  })
}
