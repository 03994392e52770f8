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

/** What of the face of the controls is seen at first; laid out without it, a page is so twice. */
const FIRST_FACE = /NotoSansSC-Regular-common[^/]*\.ttf$/

/**
 * Has the page fetch at once what its first script imports, and that in its turn, rather than one
 * after the other; and the face that it is set in.
 */
const preloadFirst: Plugin = {
  name: 'preload-first',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {}, chunk }) => {
      const known = new Set(chunk?.imports)
      const scripts = new Set<string>()
      const add = (file: string): void => {
        const found = bundle[file]
        if (found?.type !== 'chunk' || known.has(file) || scripts.has(file)) return
        scripts.add(file)
        found.imports.forEach(add)
      }
      chunk?.dynamicImports.forEach(add)
      const face = Object.keys(bundle).find((file) => FIRST_FACE.test(file))
      if (face === undefined) throw new Error('The face of the controls is not built')
      return [
        ...[...scripts].map((file) => linkTo(file, { rel: 'modulepreload' })),
        linkTo(face, { rel: 'preload', as: 'font', type: 'font/ttf' }),
      ]
    },
  },
}

function linkTo(file: string, attrs: Readonly<Record<string, string>>): HtmlTagDescriptor {
  return {
    tag: 'link',
    attrs: { ...attrs, crossorigin: true, href: `./${file}` },
    injectTo: 'head',
  }
}

/**
 * Builds the desk into dist/desk for a content-security policy that allows no inline script, no
 * `eval` and no data URL: everything is a file of its own, named by its hash.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../renderer', import.meta.url)),
  base: './',
  plugins: [vue(), preloadFirst],
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
