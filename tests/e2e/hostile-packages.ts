import { zipSync, type Zippable } from 'fflate'
import { makeVastPng } from '../desk/vast-png'
import { editText, type Entries, repack, swapPicture } from '../issue/small-issue'
import { hostileDrawing, hostileNames } from './hostile-markup'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const TEMPLATE = 'template/template.json'
const MEBIBYTE = 1024 * 1024

/** A sound package with one entry more. */
const adding =
  (name: string, content: Uint8Array) =>
  (entries: Entries): Entries => ({ ...entries, [name]: content })
/** What replaces a text that must be there, so that no case is sound after all. */
const swap =
  (pattern: RegExp, replacement: string) =>
  (text: string): string => {
    if (!pattern.test(text)) throw new Error(`There is no ${String(pattern)}`)
    return text.replace(pattern, () => replacement)
  }
const inIssue =
  (edit: (issue: string) => string) =>
  (entries: Entries): Entries =>
    editText(entries, 'issue.json', edit)
const inTemplate =
  (edit: (template: string) => string) =>
  (entries: Entries): Entries =>
    editText(entries, TEMPLATE, edit)

const CHANGES: Readonly<Record<string, (entries: Entries) => Entries>> = {
  'climbs out': adding('../../escaped.txt', bytesOf('out')),
  'climbs out of a folder': adding('assets/../../escaped.txt', bytesOf('out')),
  'climbs out of Windows': adding('assets\\..\\..\\escaped.txt', bytesOf('out')),
  'at the root': adding('/tmp/escaped.txt', bytesOf('out')),
  'on a drive': adding('C:/escaped.txt', bytesOf('out')),
  'with a page': adding('assets/index.html', bytesOf('<script>1</script>')),
  'a bomb of text': inIssue((text) => `${' '.repeat(65 * MEBIBYTE)}${text}`),
  'with a stranger': adding(`assets/${'0'.repeat(64)}.png`, bytesOf('who is this')),
  'no JSON': inIssue(() => '<script>1</script>'),
  'a prototype': inIssue(swap(/\{/, '{"__proto__":{"polluted":1},')),
  'a deep hole': inTemplate(() => '['.repeat(200_000) + ']'.repeat(200_000)),
  'another constructor': inTemplate((text) =>
    text.replace('{', '{"constructor":{"prototype":{}},'),
  ),
  'a huge page': inTemplate(swap(/"210mm"/, '"99999999999mm"')),
  'no text': inIssue(() => '\uFFFD\u0000'),
  'another picture': (entries) =>
    Object.fromEntries(
      Object.entries(entries).map(([name, content]) =>
        name.startsWith('assets/') ? [name, bytesOf('another')] : [name, content],
      ),
    ),
  'a script for a link': inIssue(
    swap(
      /"text": "清晨/,
      '"marks": [{"type": "link", "attrs": {"href": "javascript:window.stolen=1"}}], "text": "清晨',
    ),
  ),
  'a name without end': inIssue(swap(/"dike.jpg"/, JSON.stringify('x'.repeat(9_999)))),
}

/** Packages made from a sound one, each wrong in a way of its own; none may be opened. */
export function makeHostilePackages(sound: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const made = Object.entries(CHANGES).map(
    ([name, change]) => [name, repack(sound, change)] as const,
  )
  return new Map([
    ...made,
    ['nothing', new Uint8Array()],
    ['a page of the web', bytesOf(`<!doctype html><script>window.stolen=1</script>`)],
    ['cut short', sound.subarray(0, sound.length / 2)],
    ['lies about its size', lieAboutSizes(zipSync({ 'issue.json': bomb() }))],
  ])
}

/** A package that may be opened, with a drawing that is called a photo. */
export function makeDrawingPackage(sound: Uint8Array): Uint8Array {
  return repack(sound, (entries) => swapPicture(entries, () => bytesOf(hostileDrawing)))
}

/** A package that may be opened, whose photo takes little room until it is decoded. */
export function makeVastPicturePackage(sound: Uint8Array): Uint8Array {
  return repack(sound, (entries) => swapPicture(entries, makeVastPng))
}

/** A package that may be opened, all of whose names and texts are markup. */
export function makeMarkupPackage(sound: Uint8Array): Uint8Array {
  const { headline, section, photo } = hostileNames
  const edits = [
    swap(/"dike.jpg"/, JSON.stringify(photo)),
    swap(/"headline": "[^"]*"/, `"headline": ${JSON.stringify(headline)}`),
    swap(/"title": "要闻"/, `"title": ${JSON.stringify(section)}`),
    swap(/"name": "版心周报"/, `"name": ${JSON.stringify(headline)}`),
  ]
  return repack(
    sound,
    inIssue((text) => edits.reduce((made, edit) => edit(made), text)),
  )
}

function bomb(): Zippable[string] {
  return [new Uint8Array(20 * MEBIBYTE), { level: 6 }]
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
