import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { headline, makeSmallIssue } from '../tests/issue/small-issue'
import { program, spawnBanxin } from '../tests/issue/spawn-banxin'

const folder = mkdtempSync(join(tmpdir(), 'banxin-cli-'))
const bytesOf = (name: string): Buffer => readFileSync(join(folder, name))

beforeAll(async () => {
  await makeSmallIssue(folder)
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Runs words that must succeed; gives what they print. */
function run(...words: string[]): string {
  const { code, stdout, stderr } = spawnBanxin(words, folder)
  expect({ code, stderr: stderr.replace('正在写 PDF…\n', '') }).toEqual({ code: 0, stderr: '' })
  return stdout
}

const commands = ['serve', 'new', 'export', 'check', 'compose', 'lines']

describe('help', () => {
  it.each([[[]], [['--help']], [['help']]])('of the whole: %j', (words) => {
    const said = run(...words)
    for (const name of commands) expect(said).toContain(name)
    expect(said).toContain('用法：')
  })

  it.each(commands)('of %s has an example, in both languages', (name) => {
    expect(run(name, '--help')).toContain(`例：\n  banxin ${name} `)
    expect(run('help', name, '--lang', 'en')).toContain(`Example:\n  banxin ${name} `)
    expect(run(name, '--help', '--lang', 'en')).toContain('Usage:')
  })

  it('gives the version', () => {
    expect(run('--version')).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('new', () => {
  const words = ['new', '--template', 'weekly', '--manuscript', 'story.md']

  it('takes what options say before the manuscript, and says what it made', () => {
    const said = run(...words, '-o', 'a.banxin', '--number', '12', '--date', '2025-03-31')
    expect(said).toBe('已写出 a.banxin：第 12 期，1 个栏目，1 篇稿件，1 张图片\n')
    run(...words, '-o', 'b.banxin', '--number', '12', '--date', '2025-03-31')
    expect(bytesOf('a.banxin').equals(bytesOf('b.banxin'))).toBe(true)
  })

  it('takes each template that comes with the product by its name', () => {
    const brief = ['new', '--template', 'briefing', '--manuscript', 'story.md']
    expect(run(...brief, '-o', 'd.banxin')).toContain('已写出 d.banxin')
    const { pages } = JSON.parse(run('compose', 'd.banxin', '--json')) as {
      pages: { parent: string }[]
    }
    expect([pages[0]?.parent, pages.at(-1)?.parent]).toEqual(['first', 'last'])
  })

  it('needs neither number nor date, and keeps the file that it replaces', () => {
    run(...words, '-o', 'c.banxin')
    const before = bytesOf('c.banxin')
    run(...words, '-o', 'c.banxin', '--number', '2', '--name', '堤上', '--publisher', '水务所')
    expect(bytesOf('c.banxin~').equals(before)).toBe(true)
  })
})

describe('export', () => {
  const pageCount = async (name: string): Promise<number> => {
    const pdf = await getDocument({ data: new Uint8Array(bytesOf(name)), verbosity: 0 }).promise
    return pdf.numPages
  }

  it('writes the same bytes twice, and nothing beside them', () => {
    run('export', 'sound.banxin', '-o', 'one.pdf')
    run('export', 'sound.banxin', '-o', 'two.pdf')
    expect(bytesOf('one.pdf').equals(bytesOf('two.pdf'))).toBe(true)
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('writes the pages asked for, with or without marks', async () => {
    const story = '堤外是江，堤内是田；江水涨一寸，田里的人就往堤上走一步。'.repeat(3)
    writeFileSync(join(folder, 'long.md'), `# 要闻\n\n## 守堤\n\n${`${story}\n\n`.repeat(40)}`)
    run(...['new', '--template', 'weekly', '--manuscript', 'long.md', '-o', 'long.banxin'])
    run('export', 'long.banxin', '-o', 'all.pdf')
    run('export', 'long.banxin', '-o', 'first.pdf', '--pages', '1')
    run('export', 'long.banxin', '-o', 'plain.pdf', '--pages', '1', '--no-marks')
    expect(await pageCount('all.pdf')).toBeGreaterThan(1)
    expect(await pageCount('first.pdf')).toBe(1)
    expect(await pageCount('plain.pdf')).toBe(1)
    expect(bytesOf('plain.pdf').equals(bytesOf('first.pdf'))).toBe(false)
  })

  it('makes what a purpose wants of it, and has help for each', async () => {
    run('export', 'sound.banxin', '-o', 'press.pdf', '--preset', 'press')
    for (const preset of ['proof', 'screen']) {
      run('export', 'sound.banxin', '-o', `${preset}.pdf`, '--preset', preset)
      run('export', 'sound.banxin', '-o', 'bare.pdf', '--preset', preset, '--no-marks')
      expect(bytesOf('bare.pdf').equals(bytesOf(`${preset}.pdf`))).toBe(true)
      expect(bytesOf(`${preset}.pdf`).length).toBeLessThan(bytesOf('press.pdf').length)
      expect(await pageCount(`${preset}.pdf`)).toBe(1)
      expect(run('export', '--help')).toContain(`\n  ${preset}`)
    }
  })

  it('shows its progress on a terminal only once it takes long', () => {
    const { stderr } = spawnBanxin(['export', 'sound.banxin', '-o', 'quiet.pdf'], folder)
    expect(['', '正在写 PDF…\n']).toContain(stderr)
  })
})

describe('compose', () => {
  it('gives the pages and the hash of their JSON', () => {
    const { sha256, pages, bookmarks } = JSON.parse(run('compose', 'sound.banxin', '--json')) as {
      sha256: string
      pages: unknown[]
      bookmarks: { title: string }[]
    }
    expect(createHash('sha256').update(JSON.stringify(pages)).digest('hex')).toBe(sha256)
    expect(bookmarks.map(({ title }) => title)).toContain(headline)
    expect(run('compose', 'sound.banxin')).toContain(sha256)
  })
})

describe('check', () => {
  it('tells findings as sentences', () => {
    expect(run('check', 'sound.banxin')).toMatch(/^(没有发现问题|提示 |警告 )/)
  })
})

describe('lines', () => {
  const paragraphs = [
    '巡堤员老郑说：“这条路，我走了20年。”他从东头走到西头，一共3200步；涨水的时候，要走三趟。',
    'The dike is 428 m long，老郑记得清清楚楚。',
  ]

  beforeAll(() => {
    writeFileSync(join(folder, 'lines.txt'), `\ufeff　　${paragraphs.join('\r\n\r\n')}\n`)
  })

  it('gives one composed line an output line, that join to the paragraphs', () => {
    const lines = run('lines', 'lines.txt', '--measure', '12em').split('\n').slice(0, -1)
    expect(lines.length).toBeGreaterThan(4)
    expect(lines.join('')).toBe(paragraphs.join(''))
    for (const line of lines) expect(line).not.toMatch(/^[，。、；：”]|[“]$/)
  })

  it('indents by two em unless told otherwise', () => {
    const first = (...more: string[]): number =>
      (run('lines', 'lines.txt', '--measure', '12em', ...more).split('\n')[0] ?? '').length
    expect(first('--indent', '0em')).toBeGreaterThan(first())
    expect(first('--size', '五号', '--indent', '21pt')).toBe(first())
  })

  it.each([['hei'], ['kai']])('sets in %s', (face) => {
    expect(run('lines', 'lines.txt', '--measure', '20em', '--face', face)).toContain('428')
  })

  it('takes a measure in millimetres', () => {
    const wide = run('lines', 'lines.txt', '--measure', '160mm')
    expect(wide.split('\n').length).toBeLessThan(
      run('lines', 'lines.txt', '--measure', '60mm').split('\n').length,
    )
  })

  it('fills line by line, or runs a paragraph over, when asked to', () => {
    const even = '春夏秋冬东西南北'.repeat(5).slice(0, 35)
    writeFileSync(join(folder, 'full.txt'), `${even}\n\n春夏，秋冬，东西，北，东西、南北中\n`)
    const set = (...more: string[]): readonly string[] =>
      run('lines', 'full.txt', '--measure', '12em', '--indent', '0em', ...more).split('\n')
    const lengths = (lines: readonly string[]) => lines.map((line) => line.length)
    expect(lengths(set('--last-line', '1'))).toEqual([12, 12, 11, 12, 5, 0])
    const nearest = ['--lines', 'nearest', '--last-line', '1']
    expect(lengths(set(...nearest))).toEqual([12, 12, 11, 14, 3, 0])
    expect(lengths(set(...nearest, '--run-over', '1'))).toEqual([11, 12, 11, 1, 14, 3, 0])
  })

  it.each([
    ['half marks', '春。夏。秋。冬。东。西。南。北', '6em', ['--marks', 'half'], 6, 8],
    ['half marks but stops', '春。夏。秋。冬。东。西。南。北', '6em', ['--marks', 'kaiming'], 6, 6],
    ['marks that hang', '春夏秋冬东西南北，春夏', '8em', ['--hangs'], 7, 9],
    [
      'no blank before the first',
      '“春夏秋冬东西南北春夏秋冬',
      '8.5em',
      ['--trim-line-start'],
      8,
      9,
    ],
  ])('sets %s when asked to', (_, text, measure, option, without, asked) => {
    writeFileSync(join(folder, 'marks.txt'), text)
    const words = ['lines', 'marks.txt', '--measure', measure, '--indent', '0em', '--wide-stops']
    const first = (...more: string[]) => run(...words, '--lines', 'nearest', ...more).split('\n')[0]
    expect(first()).toHaveLength(without)
    expect(first(...option)).toHaveLength(asked)
  })

  it('ends well when its reader stops early', () => {
    writeFileSync(join(folder, 'river.txt'), '江水东流。'.repeat(20_000))
    const words = ['lines', 'river.txt', '--measure', '3em', '--indent', '0em']
    const piped = '"$0" "$@" | head -n 1; echo "${PIPESTATUS[0]}"'
    const shell = ['-c', piped, process.execPath, program, ...words]
    const { stdout, stderr } = spawnSync('bash', shell, { cwd: folder, encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^.+\n0\n$/)
  })
})
