/** Room → the rooms (or single files) that it may import, beside itself. Nothing else is allowed. */
const arrows = {
  'engine/document': [],
  'engine/fonts': ['engine/document'],
  'engine/text': ['engine/document', 'engine/fonts'],
  'engine/layout': ['engine/document', 'engine/fonts', 'engine/text'],
  'engine/pdf': ['engine/document', 'engine/fonts', 'engine/layout/page.ts'],
  'engine/checks': ['engine/document', 'engine/fonts', 'engine/text', 'engine/layout'],
  'engine/manuscript': ['engine/document'],
  bridge: ['engine'],
  host: ['engine', 'bridge'],
  cli: ['engine', 'host', 'package.json'],
  templates: [],
  build: ['engine', 'host', 'cli'],
  tests: ['engine', 'bridge', 'host', 'cli', 'build'],
}

/** Package → the one room that may import it. */
const owners = {
  'pdf-lib': 'engine/pdf',
  harfbuzzjs: 'engine/fonts',
}

const escape = (path) => path.replaceAll('.', '\\.')
const inside = (path) => (path.includes('.') ? `^${escape(path)}$` : `^${path}/`)
const tests = '\\.test\\.ts$'
const runsOnNode = '^(host|cli|build|tests)/'

module.exports = {
  allowedSeverity: 'error',
  allowed: [
    ...Object.entries(arrows).map(([room, rooms]) => ({
      from: { path: inside(room) },
      to: { path: [room, ...rooms].map(inside) },
    })),
    { from: { path: tests }, to: {} },
    { from: { path: '^[^/]+$' }, to: {} },
    { from: { path: '^(engine|bridge)/' }, to: { dependencyTypes: ['npm'] } },
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
      from: { path: '^(engine|bridge)/', pathNot: tests },
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
    exclude: { path: '^(dist|coverage|out|samples)/|^tests/fixtures/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.cjs', '.js', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
}
