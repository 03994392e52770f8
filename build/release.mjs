import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build as buildApp } from 'electron-builder'
import sharp from 'sharp'
import { bundleApp, root } from './bundle.mjs'
import { packaging } from './packaging.mjs'

/*
 * `npm run release -- --linux dir`: lays out what a release holds, and has it packed. The words go
 * to electron-builder; `BANXIN_ELECTRON_DIST` names the folder of the Electron to pack, else it is
 * downloaded.
 */
const app = join(root, 'release/app')
const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
/** What is loaded from packages as the app runs; all else is in the bundles. */
const RUNTIME_PACKAGES = ['harfbuzzjs', 'sharp']
const ICON_PX = 1_024

const target = readTarget(process.argv.slice(2))
rmSync(app, { recursive: true, force: true })
await bundleApp(join(app, 'dist'))
for (const [from, to] of await listFiles(target.platform)) {
  mkdirSync(dirname(join(app, to)), { recursive: true })
  cpSync(from, join(app, to), { recursive: true, dereference: true })
}
writeAbout(target.platform)
await drawIcon()
await buildApp(packaging(target))

/**
 * Files and folders of a release, each with its place in it.
 * @param {NodeJS.Platform} platform
 * @returns {Promise<readonly (readonly [from: string, to: string])[]>}
 */
async function listFiles(platform) {
  const asTheyLie = ['dist/desk', 'templates', 'LICENSE', 'NOTICE']
  const samples = readdirSync(join(root, 'samples')).filter((name) => name.endsWith('.banxin'))
  /** @type {typeof import('./used-faces')} */
  const { usedFaces } = await import(pathToFileURL(join(root, 'dist/used-faces.mjs')).href)
  const faces = (await usedFaces()).map(({ path }) => relative(root, path))
  const fontPackages = new Set(faces.map(packageOf))
  return [
    ...asTheyLie,
    ...samples.map((name) => `samples/${name}`),
    ...faces,
    ...[...fontPackages].flatMap((folder) =>
      ['package.json', 'LICENSE', 'LICENSE_FONT']
        .map((name) => `${folder}/${name}`)
        .filter((path) => existsSync(join(root, path))),
    ),
    ...packageFolders(platform),
  ].map((path) => /** @type {const} */ ([join(root, path), path]))
}

/**
 * The package that a face comes in, which has its licence; the Kai was unpacked from its own.
 * @param {string} path
 */
function packageOf(path) {
  const [folder = 'node_modules/@fontsource/lxgw-wenkai'] =
    /^node_modules\/@[^/]+\/[^/]+/.exec(path) ?? []
  return folder
}

/**
 * The packages that are loaded, with those that they load; of the pixels' library the build that
 * suits the platform.
 * @param {NodeJS.Platform} platform
 */
function packageFolders(platform) {
  const pixels =
    platform === 'linux'
      ? ['@img/sharp-wasm32']
      : Object.keys(readPackage('sharp').optionalDependencies).filter((name) =>
          name.endsWith(`${platform}-${target.arch}`),
        )
  const found = new Set()
  /** @param {string} name */
  const add = (name) => {
    if (found.has(name)) return
    found.add(name)
    for (const needed of Object.keys(readPackage(name).dependencies ?? {})) add(needed)
  }
  for (const name of pixels) {
    if (existsSync(join(root, 'node_modules', name))) continue
    throw new Error(`${name} is not installed: make a release for ${platform} on ${platform}`)
  }
  for (const name of [...RUNTIME_PACKAGES, ...pixels]) add(name)
  return [...found].map((name) => `node_modules/${name}`)
}

/** @param {string} name */
function readPackage(name) {
  return JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'))
}

/** @param {NodeJS.Platform} platform */
function writeAbout(platform) {
  const { name, version, description, license, type, main, author } = about
  const text = { name, version, description, license, type, main, author, platform }
  writeFileSync(join(app, 'package.json'), JSON.stringify(text, null, 2))
}

async function drawIcon() {
  const drawing = readFileSync(join(root, 'renderer/icon.svg'))
  const file = join(root, 'release/icon.png')
  await sharp(drawing, { density: 2_048 }).resize(ICON_PX, ICON_PX).png().toFile(file)
}

/**
 * What is to be made, by the words that electron-builder takes.
 * @param {readonly string[]} words
 */
function readTarget(words) {
  const platforms = { '--linux': 'linux', '--win': 'win32', '--mac': 'darwin' }
  const [platformWord = '--linux', ...formats] = words
  const platform = platforms[/** @type {keyof typeof platforms} */ (platformWord)]
  if (platform === undefined) throw new Error(`--linux | --win | --mac, not ${platformWord}`)
  return { platform: /** @type {NodeJS.Platform} */ (platform), arch: 'x64', formats }
}
