import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

/**
 * `prosemirror-model` reads a stack as it loads, for which V8 parses the whole file once more; so it
 * has one to itself.
 */
const output = {
  codeSplitting: { groups: [{ name: 'prosemirror-model', test: /prosemirror-model[\\/]/ }] },
}

/**
 * Builds the desk into dist/desk for a content-security policy that allows no inline script, no
 * `eval` and no data URL: everything is a file of its own, named by its hash.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../renderer', import.meta.url)),
  base: './',
  plugins: [vue()],
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_I18N_FULL_INSTALL__: true,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  worker: { format: 'es', rolldownOptions: { output } },
  build: {
    outDir: fileURLToPath(new URL('../dist/desk', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_500,
  },
})
