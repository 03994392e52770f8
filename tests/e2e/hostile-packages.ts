import { createHash } from 'node:crypto'
import { zipSync, type Zippable } from 'fflate'
import { editText, type Entries, repack, swapPicture } from '../issue/small-issue'
import { hostileDrawing, hostileNames } from './hostile-markup'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const TEMPLATE = 'template/template.json'
const MEBIBYTE = 1024 * 1024

/** A sound package with one entry more. */
const with_ =
  (name: string, content: Uint8Array) =>
  (entries: Entries): Entries => ({ ...entries, [name]: content })
const inIssue =
  (edit: (issue: string) => string) =>
  (entries: Entries): Entries =>
    editText(entries, 'issue.json', edit)
const inTemplate =
  (edit: (template: string) => string) =>
  (entries: Entries): Entries =>
    editText(entries, TEMPLATE, edit)

const CHANGES: Readonly<Record<string, (entries: Entries) => Entries>> = {
  'climbs out': with_('../../escaped.txt', bytesOf('out')),
  'climbs out of a folder': with_('assets/../../escaped.txt', bytesOf('out')),
  'climbs out of Windows': with_('assets\\..\\..\\escaped.txt', bytesOf('out')),
  'at the root': with_('/tmp/escaped.txt', bytesOf('out')),
  'on a drive': with_('C:/escaped.txt', bytesOf('out')),
  'with a page': with_('assets/index.html', bytesOf('<script>1</script>')),
  'a bomb of text': inIssue((text) => `${' '.repeat(65 * MEBIBYTE)}${text}`),
  'a bomb of a picture': with_(`assets/${'0'.repeat(64)}.png`, new Uint8Array(257 * MEBIBYTE)),
  'no JSON': inIssue(() => '<script>1</script>'),
  'a prototype': inIssue((text) => text.replace('{', '{"__proto__":{"polluted":1},')),
  'a deep hole': inTemplate(() => '['.repeat(200_000) + ']'.repeat(200_000)),
  'another constructor': inTemplate((text) =>
    text.replace('{', '{"constructor":{"prototype":{}},'),
  ),
  'a huge page': inTemplate((text) => text.replace(/"210mm"/g, '"99999999999mm"')),
  'no text': inIssue(() => '\uFFFD\u0000'),
  'a drawing for a picture': (entries) => swapPicture(entries, () => bytesOf(hostileDrawing)),
  'another picture': (entries) =>
    Object.fromEntries(
      Object.entries(entries).map(([name, content]) =>
        name.startsWith('assets/') ? [name, bytesOf('another')] : [name, content],
      ),
    ),
  'a script for a link': inIssue((text) =>
    text.replace(
      /"text":"清晨/,
      '"marks":[{"type":"link","attrs":{"href":"javascript:window.stolen=1"}}],"text":"清晨',
    ),
  ),
  'a name of markup': inIssue((text) =>
    text.replace('"dike.jpg"', JSON.stringify('x'.repeat(9_999))),
  ),
}

/** Packages made from a sound one, each wrong in a way of its own; none may be opened. */
export function makeHostilePackages(sound: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const made = Object.entries(CHANGES).map(
    ([name, change]) => [name, repack(sound, change)] as const,
  )
  const half = sound.subarray(0, sound.length / 2)
  return new Map([
    ...made,
    ['nothing', new Uint8Array()],
    ['a page of the web', bytesOf(`<!doctype html><script>window.stolen=1</script>`)],
    ['cut short', half],
    ['lies about its size', lieAboutSizes(zipSync({ 'issue.json': bomb() }))],
  ])
}

/** A package that may be opened, all of whose names and texts are markup. */
export function makeMarkupPackage(sound: Uint8Array): Uint8Array {
  const { headline, section } = hostileNames
  return repack(sound, (entries) =>
    editText(entries, 'issue.json', (text) =>
      text
        .replace('"dike.jpg"', JSON.stringify(hostileNames.photo))
        .replace(/"headline":"[^"]*"/, `"headline":${JSON.stringify(headline)}`)
        .replace(/"title":"要闻"/, `"title":${JSON.stringify(section)}`)
        .replace(/"name":"[^"]*周报"/, `"name":${JSON.stringify(headline)}`),
    ),
  )
}

function bomb(): Zippable[string] {
  return [new Uint8Array(100 * MEBIBYTE), { level: 9 }]
}

/** Says of every entry that it comes to ten bytes. */
function lieAboutSizes(zip: Uint8Array): Uint8Array {
  const lying = zip.slice()
  const view = new DataView(lying.buffer)
  for (let at = 0; at < lying.length - 4; at += 1) {
    const signature = view.getUint32(at, true)
    if (signature === 0x04034b50) view.setUint32(at + 22, 10, true)
    if (signature === 0x02014b50) view.setUint32(at + 24, 10, true)
  }
  return lying
}

/** What a file is known by, to see that it is as it was. */
export function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
