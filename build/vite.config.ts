import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite'

/**
 * `prosemirror-model` reads a stack as it loads, for which V8 parses the whole file once more; so it
 * has one to itself.
 */
const output = {
  codeSplitting: { groups: [{ name: 'prosemirror-model', test: /prosemirror-model[\\/]/ }] },
}

/**
 * Has the page fetch at once what its first script imports, and that in its turn, rather than one
 * after the other.
 */
const preloadImports: Plugin = {
  name: 'preload-imports',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {}, chunk }) => {
      const files = new Set(chunk?.imports)
      const add = (file: string): void => {
        const found = bundle[file]
        if (found?.type !== 'chunk' || files.has(file)) return
        files.add(file)
        found.imports.forEach(add)
      }
      chunk?.dynamicImports.forEach(add)
      return [...files].map((file): HtmlTagDescriptor => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
        injectTo: 'head',
      }))
    },
  },
}

/**
 * Builds the desk into dist/desk for a content-security policy that allows no inline script, no
 * `eval` and no data URL: everything is a file of its own, named by its hash.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../renderer', import.meta.url)),
  base: './',
  plugins: [vue(), preloadImports],
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
