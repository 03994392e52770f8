import { fileURLToPath } from 'node:url'

/**
 * The folder of the product, where `templates/` and `dist/` lie. Both the sources of this room
 * and the bundles in `dist/` are one folder below it.
 */
export const productRoot = fileURLToPath(new URL('..', import.meta.url))
