/** Room → the rooms (or single files) that it may import, beside itself. Nothing else is allowed. */
const arrows = {
  'engine/document': [],
  'engine/fonts': ['engine/document'],
  'engine/text': ['engine/document', 'engine/fonts'],
  'engine/layout': ['engine/document', 'engine/fonts', 'engine/text'],
  'engine/pdf': ['engine/document', 'engine/fonts', 'engine/layout/page.ts'],
  'engine/checks': ['engine/document', 'engine/fonts', 'engine/layout/page.ts'],
  'engine/manuscript': ['engine/document'],
  bridge: ['engine/document'],
  renderer: ['engine', 'bridge'],
  host: ['engine', 'bridge'],
  cli: ['engine', 'host', 'package.json'],
  electron: ['engine/document', 'bridge', 'host', 'package.json'],
  templates: [],
  build: ['engine', 'host', 'cli', 'renderer/desk/mark-moment.ts'],
  tests: ['engine', 'bridge', 'host', 'cli', 'build', 'renderer/language'],
}

/** Room of the engine → the packages that it may import. No other room of it imports any. */
const packages = {
  'engine/document': ['fflate', 'prosemirror-model', 'prosemirror-transform', 'zod'],
  'engine/fonts': ['harfbuzzjs'],
  'engine/layout': ['prosemirror-model', 'uqr'],
  'engine/text': ['hyphen', '@types/hyphen'],
  'engine/pdf': ['pdf-lib'],
}

/** Package → the one room that may import it. */
const owners = {
  'pdf-lib': 'engine/pdf',
  harfbuzzjs: 'engine/fonts',
}

const escape = (path) => path.replaceAll('.', '\\.')
const inside = (path) => (path.includes('.') ? `^${escape(path)}$` : `^${path}/`)
const tests = '\\.test\\.ts$'
const runsOnNode = '^(host|electron|cli|build|tests)/'

module.exports = {
  allowedSeverity: 'error',
  allowed: [
    ...Object.entries(arrows).map(([room, rooms]) => ({
      from: { path: inside(room) },
      to: { path: [room, ...rooms].map(inside) },
    })),
    { from: { path: tests }, to: {} },
    { from: { path: '^[^/]+$' }, to: {} },
    ...Object.entries(packages).map(([room, names]) => ({
      from: { path: inside(room) },
      to: { path: `(^|/)node_modules/(${names.map(escape).join('|')})/` },
    })),
    { from: { path: '^(bridge|renderer)/' }, to: { dependencyTypes: ['npm'] } },
    { from: { path: runsOnNode }, to: { dependencyTypes: ['npm', 'npm-dev', 'core'] } },
  ],
  forbidden: [
    ...Object.entries(owners).map(([name, room]) => ({
      name: `only-${room.replace('/', '-')}-imports-${name}`,
      severity: 'error',
      from: { pathNot: [inside(room), tests, '^tests/'] },
      to: { path: `node_modules/${name}/` },
    })),
    {
      name: 'runs-anywhere',
      severity: 'error',
      from: { path: '^(engine|bridge|renderer)/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nothing-imports-a-test',
      severity: 'error',
      from: { pathNot: ['^tests/', tests] },
      to: { path: ['^tests/', tests] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: '^(dist|coverage|out|samples|release|\\.runtime|build/default-app)/|^tests/fixtures/',
    },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.vue', '.mjs', '.cjs', '.js', '.json', '.css'],
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
}
