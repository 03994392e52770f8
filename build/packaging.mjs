import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root } from './bundle.mjs'

/**
 * How a release is packed, for electron-builder.
 * @param {{ platform: NodeJS.Platform, arch: string, formats: readonly string[] }} target
 * @returns {import('electron-builder').CliOptions}
 */
export function packaging({ platform, formats }) {
  const electronDist = process.env['BANXIN_ELECTRON_DIST']
  const wanted = formats.length > 0 ? [...formats] : undefined
  const key = platform === 'darwin' ? 'mac' : platform === 'win32' ? 'win' : 'linux'
  return {
    [key]: wanted ?? [],
    x64: true,
    publish: 'never',
    // What is packed is laid out already, so that no package is sought for it elsewhere.
    projectDir: join(root, 'release/app'),
    config: {
      appId: 'press.banxin.desk',
      productName: 'Banxin',
      copyright: 'Apache-2.0',
      electronVersion: versionOf(electronDist),
      ...(electronDist === undefined ? {} : { electronDist: resolve(electronDist) }),
      directories: { output: '../out', buildResources: '..' },
      files: ['**/*', { from: 'node_modules', to: 'node_modules', filter: ['**/*'] }],
      asar: true,
      npmRebuild: false,
      nodeGypRebuild: false,
      icon: join(root, 'release/icon.png'),
      fileAssociations: [
        {
          ext: 'banxin',
          name: '版心期刊 Banxin issue',
          mimeType: 'application/vnd.banxin',
          role: 'Editor',
        },
      ],
      electronFuses: {
        runAsNode: false,
        enableNodeOptionsEnvironmentVariable: false,
        enableNodeCliInspectArguments: false,
        enableEmbeddedAsarIntegrityValidation: true,
        onlyLoadAppFromAsar: true,
        loadBrowserProcessSpecificV8Snapshot: false,
        grantFileProtocolExtraPrivileges: false,
      },
      linux: {
        target: ['AppImage', 'deb'],
        category: 'Publishing',
        maintainer: 'Banxin',
        synopsis: '版心：写稿、排版、付印',
      },
      mac: { target: ['dmg'], category: 'public.app-category.productivity' },
      win: { target: ['nsis'] },
      nsis: { oneClick: false, allowToChangeInstallationDirectory: true },
    },
  }
}

/** @param {string | undefined} electronDist */
function versionOf(electronDist) {
  const given = electronDist === undefined ? undefined : join(electronDist, 'version')
  if (given !== undefined && existsSync(given)) {
    return readFileSync(given, 'utf8').trim().replace(/^v/, '')
  }
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return devDependencies.electron
}
