import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  editText,
  headline,
  makeSmallIssue,
  repack,
  swapPicture,
  type Entries,
} from '../tests/issue/small-issue'
import { spawnBanxin } from '../tests/issue/spawn-banxin'

const folder = mkdtempSync(join(tmpdir(), 'banxin-bad-'))
let sound: Uint8Array

beforeAll(async () => {
  sound = await makeSmallIssue(folder)
  mkdirSync(join(folder, 'out'))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Runs words that must fail: with one line on stderr, nothing on stdout and nothing written. */
function complain(words: readonly string[], exitCode: number): string {
  const { code, stdout, stderr } = spawnBanxin(words, folder)
  expect(stderr).toMatch(/^[^\n]+\n$/)
  expect(stderr).not.toMatch(/\bat .+:\d+|Error:|程序内部错误/)
  expect(stdout).toBe('')
  expect(code).toBe(exitCode)
  expect(readdirSync(join(folder, 'out'))).toEqual([])
  return stderr
}

/** What an export of a package with these bytes complains of. */
function refuse(bytes: Uint8Array): string {
  writeFileSync(join(folder, 'bad.banxin'), bytes)
  return complain(['export', 'bad.banxin', '-o', 'out/bad.pdf'], 1)
}

const editIssue = (edit: (text: string) => string) => (entries: Entries) =>
  editText(entries, 'issue.json', edit)
const editTemplate = (edit: (text: string) => string) => (entries: Entries) =>
  editText(entries, 'template/template.json', edit)

describe('a file that cannot be opened', () => {
  it.each([
    [['export', 'absent.banxin', '-o', 'out/a.pdf'], 'absent.banxin', '没有这个文件'],
    [['check', 'absent.banxin'], 'absent.banxin', '没有这个文件'],
    [['compose', 'absent.banxin', '--json'], 'absent.banxin', '没有这个文件'],
    [['lines', 'absent.txt', '--measure', '21em'], 'absent.txt', '没有这个文件'],
    [['export', 'out', '-o', 'out/a.pdf'], 'out', '文件夹'],
    [['export', '/dev/zero', '-o', 'out/a.pdf'], '/dev/zero', '不是普通文件'],
    [['export', 'sound.banxin', '-o', 'out/no/a.pdf'], 'out/no/a.pdf', '没有这个文件'],
    [['export', 'sound.banxin', '-o', 'out'], 'out', '文件夹'],
    [['export', 'sound.banxin', '-o', '/dev/null'], '/dev/null', '不是普通文件'],
  ])('%j names it', (words, name, what) => {
    const line = complain(words, 1)
    expect(line).toContain(name)
    expect(line).toContain(what)
  })

  it.each([
    ['export', 'sound.banxin', '-o', 'sound.banxin', '.pdf'],
    ['new', '--template', 'weekly', '--manuscript', 'story.md', '-o', 'story.md', '.banxin'],
  ])('%s does not write over what it reads', (...words) => {
    const ending = words.pop() ?? ''
    expect(complain(words, 1)).toContain(ending)
  })

  it('is told of in English too', () => {
    const line = complain(['check', 'absent.banxin', '--lang', 'en'], 1)
    expect(line).toBe('There is no such file or folder (absent.banxin). Check the path.\n')
  })
})

describe('a file that is no sound package', () => {
  it.each([
    ['empty', new Uint8Array()],
    ['a text', new TextEncoder().encode('# 要闻\n')],
    ['a PDF', new TextEncoder().encode('%PDF-1.6\n%âãÏÓ\n')],
    ['noise', Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251)],
  ])('%s: it is said to be none', (_what, bytes) => {
    expect(refuse(bytes)).toContain('bad.banxin')
  })

  it('cut short anywhere', () => {
    for (let part = 1; part < 16; part++) {
      refuse(sound.subarray(0, Math.floor((sound.length * part) / 16)))
    }
    for (const missing of [1, 2, 10, 22, 23, 60]) {
      refuse(sound.subarray(0, sound.length - missing))
    }
  })

  it.each([
    ['../evil.json', '指向外部'],
    ['assets/../../evil', '指向外部'],
    ['/etc/evil', '指向外部'],
    ['notes.txt', 'notes.txt'],
  ])('with an entry %s', (name, said) => {
    expect(
      refuse(repack(sound, (entries) => ({ ...entries, [name]: new Uint8Array(1) }))),
    ).toContain(said)
  })

  it('that unpacks to too much, says so or lies about it', () => {
    const bomb = repack(sound, (entries) => ({
      ...entries,
      'issue.json': new Uint8Array(70_000_000),
    }))
    expect(refuse(bomb)).toContain('过大')
    const directory = Buffer.from(bomb)
    const entry = directory.lastIndexOf('issue.json') - 46
    directory.writeUInt32LE(1000, entry + 24)
    expect(refuse(directory)).toContain('issue.json')
  })

  it('with more entries than an issue can have', () => {
    const names = Array.from({ length: 10_001 }, (_, at) => [`assets/${at}`, new Uint8Array()])
    expect(refuse(zipSync(Object.fromEntries(names) as Entries))).toContain('过多')
  })

  it.each([
    ['issue.json that is not there', ({ 'issue.json': _, ...rest }: Entries) => rest, 'issue.json'],
    ['broken JSON', editIssue((text) => text.slice(0, -9)), 'issue.json'],
    [
      'text that is not UTF-8',
      (e: Entries) => ({ ...e, 'issue.json': Uint8Array.of(0xff) }),
      'UTF-8',
    ],
    ['an unknown version', editIssue((t) => JSON.stringify({ ...parse(t), version: 99 })), '99'],
    ['another format', editIssue((t) => t.replace('"banxin"', '"docx"')), 'issue.json'],
    ['a wrong date', editIssue((t) => t.replace('2025-05-06', '2025-02-30')), 'date'],
    ['JSON too deep', (e: Entries) => ({ ...e, 'issue.json': deepJson(100_000) }), 'issue.json'],
  ])('with %s', (_what, change, said) => {
    expect(refuse(repack(sound, change))).toContain(said)
  })
})

describe('a template with a wrong field', () => {
  it.each([
    [editTemplate((t) => t.replace('"10.5pt"', '"10.5 points"')), 'page.typeArea.character'],
    [editTemplate((t) => t.replace(/"characters": ?46/, '"characters":"46"')), 'characters'],
    [editTemplate((t) => t.replace('"facing"', '"facings"')), 'page'],
    [editTemplate((t) => t.replace(/"swatch": ?"red"/, '"swatch":"rot"')), 'rot'],
  ])('%# is named by its path', (change, path) => {
    const line = refuse(repack(sound, change))
    expect(line).toContain('template')
    expect(line).toContain(path)
  })
})

describe('a picture in a package', () => {
  it.each([
    ['missing', (e: Entries) => without(e, 'assets/'), 'assets/'],
    ['cut short', (e: Entries) => swapPicture(e, (b) => b.slice(0, b.length / 2)), 'dike.jpg'],
    ['not of the size that is said', editIssue((t) => t.replace('900', '901')), 'dike.jpg'],
    ['no picture', (e: Entries) => swapPicture(e, () => new Uint8Array(900)), 'dike.jpg'],
  ])('that is %s is named', (_what, change, said) => {
    expect(refuse(repack(sound, change))).toContain(said)
  })
})

describe('check', () => {
  it('decodes the pictures, and ends in 1 where one is cut short', () => {
    const cut = repack(sound, (e) => swapPicture(e, (bytes) => bytes.slice(0, bytes.length / 2)))
    writeFileSync(join(folder, 'bad.banxin'), cut)
    const { code, stdout } = spawnBanxin(['check', 'bad.banxin'], folder)
    expect(stdout).toMatch(/^错误 图片文件已损坏或不完整（dike\.jpg）/)
    expect(code).toBe(1)
  })
})

describe('what cannot be printed', () => {
  it('is a face that is not to be had', () => {
    const change = editTemplate((text) => text.replace('Noto Sans SC', 'FZXiaoBiaoSong-B05'))
    const line = refuse(repack(sound, change))
    expect(line).toContain('FZXiaoBiaoSong-B05')
    expect(line).toContain('Noto Serif SC')
  })

  it('is a story longer than the template allows: it is named, with its lines too many', () => {
    const long = '堤'.repeat(4000)
    const change = (entries: Entries): Entries =>
      editTemplate((text) => text.replace(/"maximumPages": ?\d+/, '"maximumPages":1'))(
        editIssue((text) => text.replace(/清晨五点半/, long))(entries),
      )
    expect(refuse(repack(sound, change))).toMatch(new RegExp(`溢出 \\d+ 行.*${headline}`))
  })

  it('is a character that no face has', () => {
    const change = editIssue((text) => text.replace('清晨五点半', '清晨\u{1F6F8}五点半'))
    expect(refuse(repack(sound, change))).toContain('U+1F6F8')
  })

  it('is a page that there is not', () => {
    const words = ['export', 'sound.banxin', '-o', 'out/a.pdf', '--pages', '1-99']
    expect(complain(words, 1)).toContain('没有第')
  })
})

describe('a manuscript', () => {
  const make = (...more: string[]): string =>
    complain(['new', '--template', 'weekly', '-o', 'out/a.banxin', '--manuscript', ...more], 1)

  it('that cannot be read, or holds nothing', () => {
    writeFileSync(join(folder, 'gbk.md'), Uint8Array.of(0x23, 0x20, 0xd2, 0xaa, 0xce, 0xc5))
    writeFileSync(join(folder, 'empty.md'), '\n\n')
    writeFileSync(join(folder, 'binary.md'), 'a\0b')
    expect(make('absent.md')).toContain('absent.md')
    expect(make('gbk.md')).toContain('UTF-8')
    expect(make('empty.md')).toContain('empty.md')
    expect(make('binary.md')).toContain('binary.md')
  })

  it('with a photo that is missing, cut short, no picture, or elsewhere', () => {
    const photos = join(folder, 'photos')
    mkdirSync(photos)
    const words = ['story.md', '--photos', 'photos']
    expect(make(...words)).toContain('dike.jpg')
    writeFileSync(join(photos, 'dike.jpg'), 'no picture')
    expect(make(...words)).toContain('不是 JPEG 或 PNG')
    writeFileSync(join(photos, 'dike.jpg'), Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16))
    expect(make(...words)).toContain('损坏或不完整')
    writeFileSync(join(folder, 'sly.md'), '# 要闻\n\n## 题\n\n![图](../dike.jpg)\n\n文。\n')
    expect(make('sly.md', '--photos', 'photos')).toContain('../dike.jpg')
  })

  it('for a template that there is not', () => {
    const words = [
      'new',
      '--template',
      '../weekly',
      '--manuscript',
      'story.md',
      '-o',
      'out/a.banxin',
    ]
    expect(complain(words, 1)).toMatch(/没有这个模板.*\.\.\/weekly.*现有的模板：weekly、briefing/)
    expect(complain([...words, '--lang', 'en'], 1)).toMatch(
      /There is no such template.*There are: weekly, briefing/,
    )
  })
})

describe('words that make no sense', () => {
  it.each([
    [['exprt'], 'export'],
    [['export', '-o', 'out/a.pdf'], 'F.banxin'],
    [['--lang', 'zh'], '缺少命令'],
    [['export', 'sound.banxin'], '--output'],
    [['export', 'sound.banxin', '-o'], '--output'],
    [['export', 'sound.banxin', 'more', '-o', 'out/a.pdf'], '参数'],
    [['export', 'sound.banxin', '-o', 'out/a.pdf', '--page', '1'], '--page'],
    [['export', 'sound.banxin', '-o', 'out/a.pdf', '--pages', '4-1'], '4-1'],
    [['export', 'sound.banxin', '-o', 'out/a.pdf', '--preset', 'web'], '--preset'],
    [['lines', 'story.md', '--measure', '21'], '21'],
    [['lines', 'story.md', '--measure', '2em'], '行长'],
    [['lines', 'story.md', '--measure', '21em', '--rules', 'lax'], '--rules'],
    [['lines', 'story.md', '--measure', '21em', '--face', 'ming'], '--face'],
    [['lines', 'story.md', '--measure', '21em', '--lines', 'best'], '--lines'],
    [['lines', 'story.md', '--measure', '21em', '--last-line', '9'], '9'],
    [['lines', 'story.md', '--measure', '21em', '--run-over', '0'], '0'],
    [['new', '--template', 'weekly', '-o', 'out/a.banxin'], '--manuscript'],
    [
      [
        'new',
        '--template',
        'weekly',
        '--manuscript',
        'story.md',
        '-o',
        'out/a',
        '--date',
        '2025-02-30',
      ],
      '2025-02-30',
    ],
  ])('%j', (words, named) => {
    expect(complain(words, 2)).toContain(named)
  })
})

describe('text that no face can set', () => {
  it('is named with its character', () => {
    writeFileSync(join(folder, 'odd.txt'), '飞碟\u{1F6F8}来了')
    expect(complain(['lines', 'odd.txt', '--measure', '21em'], 1)).toContain('U+1F6F8')
  })
})

it('a pipe that is never written to is not waited for', () => {
  execFileSync('mkfifo', [join(folder, 'pipe')])
  expect(complain(['check', 'pipe'], 1)).toContain('pipe')
})

function without(entries: Entries, start: string): Entries {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => !name.startsWith(start)))
}

function parse(text: string): object {
  return JSON.parse(text) as object
}

function deepJson(depth: number): Uint8Array {
  return new TextEncoder().encode('['.repeat(depth) + ']'.repeat(depth))
}
