import { describe, expect, it } from 'vitest'
import { Break } from './break-rank'
import { resolveText } from './resolve-text'
import type { ProhibitionLevel } from './style'
import { rankBreaks } from './tailor-breaks'

const SIGNS: Readonly<Record<number, string>> = { [Break.Free]: '|', [Break.Forced]: '‖' }

/** A text with `|` where a line may end freely. */
function showBreaks(text: string, level: ProhibitionLevel = 'basic'): string {
  const ranks = rankBreaks(resolveText(text), level)
  return Array.from({ length: text.length }, (_, at) => {
    return `${SIGNS[ranks[at] ?? Break.Never] ?? ''}${text.charAt(at)}`
  }).join('')
}

/** The rank of the place that `|` marks in a text. */
function rankAt(marked: string, level: ProhibitionLevel = 'basic'): number | undefined {
  return rankBreaks(resolveText(marked.replace('|', '')), level)[marked.indexOf('|')]
}

describe('R1, line start and line end', () => {
  it.each([
    ['stops', '好，好。好：好；好！好？好、好', '好，|好。|好：|好；|好！|好？|好、|好'],
    ['brackets', '他《书》（一）“引”【要】说', '他|《书》|（一）|“引”|【要】|说'],
    ['quotation marks that hug Han', '“引”用“号”测试', '“引”|用|“号”|测|试'],
    ['quotation marks about Latin', '用“GDP”说', '用|“GDP”|说'],
    ['connectors', '上海～北京', '上|海～|北|京'],
    ['interpuncts', '张三·李四', '张|三·李|四'],
    ['solidus', '和/或', '和/|或'],
    ['signs of units', '人々的30℃和5‰', '人々|的|30℃|和|5‰'],
    ['marks after a typed space', '好 ：好 。', '好 ：|好 。'],
    ['straight quotation marks, in pairs', '说"引"了', '说|"引"|了'],
    ['an apostrophe', '他don’t说', '他|don’t|说'],
  ])('keeps %s', (_, text, shown) => {
    expect(showBreaks(text)).toBe(shown)
  })

  it('never begins a line with any of the extra signs', () => {
    for (const sign of '々〻ゝゞヽヾ°‰′″‵℃℉﹪％￠') {
      expect(rankAt(`中 |${sign}中`), sign).toBe(Break.Never)
      expect(rankAt(`中|${sign}中`), sign).toBe(Break.Never)
    }
  })

  it('never ends a line with a solidus at levels gb and strict', () => {
    expect(rankAt('和/|或')).toBe(Break.Free)
    expect(rankAt('和/|或', 'gb')).toBe(Break.Never)
    expect(rankAt('a/|b中', 'strict')).toBe(Break.Never)
  })

  it('begins no line with a long mark at level strict', () => {
    expect(showBreaks('他——说……了')).toBe('他|——|说|……|了')
    expect(showBreaks('他——说……了', 'gb')).toBe('他|——|说|……|了')
    expect(showBreaks('他——说……了', 'strict')).toBe('他——|说……|了')
  })

  it('prohibits nothing at level none but what R2 keeps together', () => {
    expect(showBreaks('好，“好”——了', 'none')).toBe('好|，|“|好|”|——|了')
    expect(showBreaks('好“——”……！了', 'none')).toBe('好|“——”|……！|了')
  })
})

describe('R2, marks that are never parted', () => {
  it.each([
    ['“——', '说“——是', '说|“——|是'],
    ['（——', '说（——是', '说|（——|是'],
    ['——，', '说——，是', '说|——，|是'],
    ['——）', '（说——）是', '（说|——）|是'],
    ['，——', '说，——是', '说，|——|是'],
    ['——……', '说——……是', '说|——……|是'],
    ['……——', '说……——是', '说|……|——|是'],
    ['a double ellipsis', '说…………是', '说|…………|是'],
    ['a longer row of dots', '说………………是', '说|……|……|……|是'],
    ['a row of dashes', '说————是', '说|——|——|是'],
    ['U+2E3A', '说⸺是', '说|⸺|是'],
    ['midline dots', '说⋯⋯是', '说|⋯⋯|是'],
  ])('keeps %s', (_, text, shown) => {
    expect(showBreaks(text)).toBe(shown)
  })
})

describe('R7, the rescue of long runs of marks', () => {
  it('may part three marks in a row, and no fewer', () => {
    expect(rankAt('好”|。中')).toBe(Break.Never)
    expect(rankAt('好|。”）中')).toBe(Break.Never)
    expect(rankAt('好。|”）中')).toBe(Break.Mark)
    expect(rankAt('好。”|）中')).toBe(Break.Mark)
  })

  it('relaxes R1 alone: what R2 keeps together stays so', () => {
    expect(rankAt('好！》’|——……——中', 'strict')).toBe(Break.Mark)
    expect(rankAt('好！》’——|……——中', 'strict')).toBe(Break.Never)
    expect(rankAt('好！》’——……|——中', 'strict')).toBe(Break.Mark)
    for (const pair of ['“|——', '（|……', '——|，', '……|！', '——|）']) {
      expect(rankAt(`好！》${pair}’，中`), pair).toBe(Break.Never)
    }
  })

  it('is a better place than behind a number or within a word, like that behind an interpunct', () => {
    expect(rankAt('张三·|李四')).toBe(Break.Mark)
    expect(rankAt('见第|1页')).toBe(Break.Glued)
    expect(Break.Mark).toBeGreaterThan(Break.Glued)
    expect(rankAt('用wo|rd的')).toBe(Break.Word)
    expect(Break.Glued).toBeGreaterThan(Break.Word)
  })
})

describe('R9, numbers', () => {
  it.each([
    ['dates', '2024年10月25日举办', '2024年|10月|25日|举|办'],
    ['prefix, range and unit', '见第1～3页中', '见|第1～3页|中'],
    ['decimals', '全长21.0975公里跑', '全|长|21.0975公里|跑'],
    ['what goes on with a number', '共700余名人', '共|700余名|人'],
    ['per cent', '增长20%～30%的', '增|长|20%～30%|的'],
    ['currency', '花￥30买', '花|￥30|买'],
    ['times and ratios', '10:30到4：3了', '10:30|到|4：3|了'],
    ['thousands', '共1,000,000元整', '共|1,000,000元|整'],
    ['a typed space before the unit', '跑 10 公里了', '跑 |10 公里|了'],
    ['a unit with a solidus', '限速15km/h了', '限|速|15km/h|了'],
    ['a unit with a solidus after a space', '重 3 元/kg的', '重 |3 元/kg|的'],
    ['no word with a solidus', '共3Scotland/wales', '共|3Scotland/|wales'],
    ['letters with digits', '用DN80管', '用|DN80|管'],
    ['no longer than to a full-width stop', '用DN80，￥49的', '用|DN80，|￥49|的'],
    ['what a half-width comma joins', '用80,￥49的', '用|80,￥49|的'],
    ['full-width digits', '共１２３年整', '共|１２３年|整'],
    ['decades', '上世纪90年代初', '上|世|纪|90年代|初'],
  ])('keeps %s', (_, text, shown) => {
    expect(showBreaks(text)).toBe(shown)
  })

  it('parts a number from the measure word of a thing, as the press does', () => {
    expect(showBreaks('和20个省')).toBe('和|20|个|省')
  })

  it('leaves lists of numbers their breaks', () => {
    expect(showBreaks('1、2、3和第4')).toBe('1、|2、|3|和|第4')
  })

  it('gives up the unit before the number', () => {
    expect(rankAt('2024|年')).toBe(Break.Glued)
    expect(rankAt('20|24年')).toBe(Break.Digits)
  })
})

describe('Latin paragraphs', () => {
  it('break by UAX #14 alone', () => {
    expect(showBreaks('She said “yes” — don’t.')).toBe('She |said |“yes” |— |don’t.')
  })

  it('keep the rules of long marks', () => {
    expect(showBreaks('AI——TV……yes')).toBe('AI|——|TV|……|yes')
    expect(showBreaks('AI——TV……yes', 'strict')).toBe('AI——|TV……|yes')
    expect(showBreaks('AI——……——no')).toBe('AI|——……|——|no')
    expect(showBreaks('so “——no——”')).toBe('so |“——|no|——”')
  })
})
