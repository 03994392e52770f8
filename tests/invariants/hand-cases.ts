import type { ParagraphSetting } from '../../engine/text/style'
import type { HandLine } from './hand-set'
import { PLAIN_HOUSE } from './trial'
import type { Rule } from './violation'

/** A plain house, of which each case may wish something else. */
export const PLAIN_SETTING: ParagraphSetting = { ...PLAIN_HOUSE, indentMpt: 0 }

/** Lines that keep every rule, and lines that break one. */
export interface HandCase {
  readonly name: string
  readonly measureEm: number
  readonly setting?: Partial<ParagraphSetting>
  readonly good: readonly HandLine[]
  readonly rule: Rule
  readonly bad: readonly HandLine[]
}

/** What stage 3 adds before every character but the first, and what the marks move besides. */
function evenly(
  count: number,
  stretchMpt: number,
  moves: Readonly<Record<number, number>>,
): Readonly<Record<number, number>> {
  const before = Array.from({ length: count }, (_, index) => (index === 0 ? 0 : stretchMpt))
  return Object.fromEntries(before.map((mpt, index) => [index, mpt + (moves[index] ?? 0)]))
}

/** A last line that nothing is amiss with. */
const last: HandLine = { text: '辰宿列张' }

export const handCases: readonly HandCase[] = [
  {
    name: 'a stop at a line start',
    measureEm: 4,
    good: [
      { text: '天地玄黄' },
      { text: '宇宙洪', moves: { 1: 5_000, 2: 5_000 }, adjustedMpt: 10_000 },
      { text: '荒，日月' },
    ],
    rule: 'R1',
    bad: [{ text: '天地玄黄' }, { text: '宇宙洪荒' }, { text: '，日月' }],
  },
  {
    name: 'a unit that clings to its number, at a line start',
    measureEm: 4,
    good: [
      { text: '天地玄', moves: { 1: 5_000, 2: 5_000 }, adjustedMpt: 10_000 },
      { text: '黄℃宇宙' },
    ],
    rule: 'R1',
    bad: [{ text: '天地玄黄' }, { text: '℃宇宙' }],
  },
  {
    name: 'an opening bracket at a line end',
    measureEm: 4,
    good: [
      { text: '天地玄', moves: { 1: 5_000, 2: 5_000 }, adjustedMpt: 10_000 },
      { text: '“宇宙”', moves: {} },
    ],
    rule: 'R1',
    bad: [{ text: '天地玄“' }, { text: '宇宙”洪' }],
  },
  {
    name: 'a slash at a line end at level gb',
    measureEm: 4,
    setting: { prohibition: 'gb' },
    good: [{ text: '天地', moves: { 1: 20_000 }, adjustedMpt: 20_000 }, { text: '玄／黄宇' }],
    rule: 'R1',
    bad: [{ text: '天地玄／' }, { text: '黄宇宙' }],
  },
  {
    name: 'a dash at a line start at level strict',
    measureEm: 4,
    setting: { prohibition: 'strict' },
    good: [{ text: '天地——' }, last],
    rule: 'R1',
    bad: [{ text: '天地玄黄' }, { text: '——宇宙' }],
  },
  {
    name: 'a long mark broken in two',
    measureEm: 4,
    good: [{ text: '天地……' }, last],
    rule: 'R2',
    bad: [{ text: '天地玄…' }, { text: '…列张' }],
  },
  {
    name: 'a dash parted from an ellipsis',
    measureEm: 4,
    good: [{ text: '天地……' }, { text: '——宇宙' }],
    rule: 'R2',
    bad: [{ text: '天地——' }, { text: '……宇宙' }],
  },
  {
    name: 'a long mark stretched inside',
    measureEm: 6,
    good: [{ text: '天地……玄黄' }, last],
    rule: 'R2',
    bad: [{ text: '天地……玄', moves: { 1: 2_500, 2: 2_500, 3: 2_500, 4: 2_500 } }, last],
  },
  {
    name: 'a blank wider than its mark has',
    measureEm: 6,
    good: [{ text: '天，地玄黄宇' }, last],
    rule: 'R3',
    bad: [{ text: '天，地玄黄', moves: { 2: 10_000 }, adjustedMpt: 10_000 }, last],
  },
  {
    name: 'a comma of an em where marks are half an em wide',
    measureEm: 6,
    setting: { marks: 'half', alignment: 'left' },
    good: [{ text: '天，地玄', moves: { 2: -5_000 } }],
    rule: 'R3',
    bad: [{ text: '天，地玄' }],
  },
  {
    name: 'an opening mark of an em where marks are half an em wide',
    measureEm: 6,
    setting: { marks: 'half', alignment: 'left' },
    good: [{ text: '天“地玄', moves: { 1: -5_000 } }],
    rule: 'R3',
    bad: [{ text: '天“地玄' }],
  },
  {
    name: 'a comma of an em in 开明',
    measureEm: 6,
    setting: { marks: 'kaiming', alignment: 'left' },
    good: [{ text: '天。地，玄', moves: { 4: -5_000 } }],
    rule: 'R3',
    bad: [{ text: '天。地，玄' }],
  },
  {
    name: 'a full stop of half an em in 开明',
    measureEm: 6,
    setting: { marks: 'kaiming', alignment: 'left', squeezeStops: false },
    good: [{ text: '天。地玄' }],
    rule: 'R3',
    bad: [{ text: '天。地玄', moves: { 2: -5_000 } }],
  },
  {
    name: 'an opening mark with a blank at a line start where marks are half an em wide',
    measureEm: 6,
    setting: { marks: 'half', alignment: 'left' },
    good: [{ text: '“天地”', fromMpt: -5_000 }],
    rule: 'R5',
    bad: [{ text: '“天地”' }],
  },
  {
    name: 'a comma beyond the measure where none may hang',
    measureEm: 4,
    setting: { alignment: 'left' },
    good: [{ text: '天地玄，', moves: {} }, last],
    rule: 'R6',
    bad: [{ text: '天地玄黄，' }, last],
  },
  {
    name: 'a mark that may not hang beyond the measure',
    measureEm: 4,
    setting: { hangs: true },
    good: [{ text: '天地玄黄，' }, last],
    rule: 'R6',
    bad: [{ text: '天地玄黄！' }, last],
  },
  {
    name: 'two marks beyond the measure',
    measureEm: 4,
    setting: { hangs: true },
    good: [
      {
        text: '天地玄”。',
        moves: { ...evenly(4, 1_667, {}), 3: 1_666, 4: -5_000 },
        adjustedMpt: 5_000,
      },
      last,
    ],
    rule: 'R6',
    bad: [{ text: '天地玄黄”。', moves: { 5: -5_000 } }, last],
  },
  {
    name: 'a hanging mark away from what it follows',
    measureEm: 4,
    setting: { hangs: true },
    good: [{ text: '天地玄黄。' }, last],
    rule: 'R6',
    bad: [{ text: '天地玄黄。', moves: { 4: 1_000 } }, last],
  },
  {
    name: 'a comma that could hang and fills the measure instead',
    measureEm: 4,
    setting: { hangs: true },
    good: [{ text: '天地玄黄，' }, last],
    rule: 'sum',
    bad: [{ text: '天地玄，', moves: { 1: 1_667, 2: 1_667, 3: 1_666 }, adjustedMpt: 5_000 }, last],
  },
  {
    name: 'two closing marks at two em',
    measureEm: 6,
    good: [
      { text: '天”，地玄黄', moves: evenly(6, 1_000, { 2: -5_000 }), adjustedMpt: 5_000 },
      last,
    ],
    rule: 'R4',
    bad: [{ text: '天”，地玄黄' }, last],
  },
  {
    name: 'two opening marks at two em',
    measureEm: 6,
    good: [
      { text: '天“《地玄黄', moves: evenly(6, 1_000, { 2: -5_000 }), adjustedMpt: 5_000 },
      last,
    ],
    rule: 'R4',
    bad: [{ text: '天“《地玄黄' }, last],
  },
  {
    name: 'an opening mark and a stop set over one another',
    measureEm: 6,
    good: [
      { text: '天（？）地玄', moves: evenly(6, 1_000, { 3: -5_000 }), adjustedMpt: 5_000 },
      last,
    ],
    rule: 'R4',
    bad: [{ text: '天（？）地玄黄', moves: { 2: -5_000, 3: -5_000 } }, last],
  },
  {
    name: 'a mark at a line end that keeps its blank',
    measureEm: 4,
    good: [{ text: '天地玄，', moves: { 1: 1_667, 2: 1_667, 3: 1_666 }, adjustedMpt: 5_000 }, last],
    rule: 'R5',
    bad: [{ text: '天地玄，' }, last],
  },
  {
    name: 'a bracket at a line start trimmed against the setting',
    measureEm: 5,
    good: [{ text: '“天地玄黄' }, last],
    rule: 'R5',
    bad: [{ text: '“天地玄黄”', fromMpt: -5_000 }, last],
  },
  {
    name: 'unequal shares of one stage',
    measureEm: 5,
    good: [
      { text: '天地玄黄', moves: { 1: 3_334, 2: 3_333, 3: 3_333 }, adjustedMpt: 10_000 },
      last,
    ],
    rule: 'R7',
    bad: [{ text: '天地玄黄', moves: { 1: 5_000, 2: 2_500, 3: 2_500 }, adjustedMpt: 10_000 }, last],
  },
  {
    name: 'a stage that is squeezed before an earlier one is used up',
    measureEm: 6,
    good: [{ text: '天，地》玄黄宇', moves: { 2: -5_000, 4: -5_000 }, adjustedMpt: -10_000 }, last],
    rule: 'R7',
    bad: [
      { text: '天，地》玄黄', moves: { 2: -5_000, 3: 1_667, 4: 1_667, 5: 1_666 } },
      { text: '天，地）玄，黄宇', moves: { 2: -5_000, 6: -5_000 }, adjustedMpt: -10_000 },
      last,
    ],
  },
  {
    name: 'a last line that is stretched',
    measureEm: 5,
    good: [{ text: '天地玄黄宇' }, { text: '辰宿列张' }],
    rule: 'R7',
    bad: [
      { text: '天地玄黄宇' },
      { text: '辰宿列张', moves: { 1: 3_334, 2: 3_333, 3: 3_333 }, adjustedMpt: 10_000 },
    ],
  },
  {
    name: 'a word whose letters are moved apart',
    measureEm: 8,
    setting: { alignment: 'left' },
    good: [{ text: '808' }],
    rule: 'R7',
    bad: [{ text: '808', moves: { 1: 500, 2: 500 } }],
  },
  {
    name: 'Han and digits without a gap',
    measureEm: 8,
    setting: { alignment: 'left' },
    good: [{ text: '共49支', moves: { 1: 2_500, 3: 2_500 } }],
    rule: 'R8',
    bad: [{ text: '共49支' }],
  },
  {
    name: 'a gap between a bracket and a letter',
    measureEm: 8,
    setting: { alignment: 'left' },
    good: [{ text: '（A）' }],
    rule: 'R8',
    bad: [{ text: '（A）', moves: { 1: 2_500 } }],
  },
  {
    name: 'a number parted from its unit',
    measureEm: 6,
    setting: { alignment: 'left' },
    good: [{ text: '天地玄' }, { text: '20年张', moves: { 2: 2_500 } }],
    rule: 'R9',
    bad: [{ text: '天地20', moves: { 2: 2_500 } }, { text: '年张列' }],
  },
  {
    name: 'a number parted from its prefix',
    measureEm: 6,
    setting: { alignment: 'left' },
    good: [{ text: '天地' }, { text: '第20页', moves: { 1: 2_500, 3: 2_500 } }],
    rule: 'R9',
    bad: [{ text: '天地第' }, { text: '20页', moves: { 2: 2_500 } }],
  },
  {
    name: 'a number broken inside',
    measureEm: 6,
    setting: { alignment: 'left' },
    good: [{ text: '天地' }, { text: '2024张列', moves: { 4: 2_500 } }],
    rule: 'R9',
    bad: [
      { text: '天地20', moves: { 2: 2_500 } },
      { text: '24张列', moves: { 2: 2_500 } },
    ],
  },
  {
    name: 'an indent that the line stretched',
    measureEm: 6,
    setting: { indentMpt: 20_000 },
    good: [{ text: '天地玄黄', fromMpt: 20_000 }, last],
    rule: 'R10',
    bad: [{ text: '天地玄', fromMpt: 30_000 }, last],
  },
  {
    name: 'one Han and a mark as a last line',
    measureEm: 6,
    good: [
      { text: '天地玄黄宇', moves: evenly(5, 2_500, {}), adjustedMpt: 10_000 },
      { text: '宙张。' },
    ],
    rule: 'R10',
    bad: [{ text: '天地玄黄宇宙' }, { text: '张。' }],
  },
  {
    name: 'a line one mpt short of the measure',
    measureEm: 5,
    good: [{ text: '天地玄黄宇' }, last],
    rule: 'sum',
    bad: [{ text: '天地玄黄宇', moves: { 1: -1 } }, last],
  },
  {
    name: 'a line past the measure',
    measureEm: 5,
    setting: { alignment: 'left' },
    good: [{ text: '天地玄黄宇' }, last],
    rule: 'sum',
    bad: [{ text: '天地玄黄宇宙' }, last],
  },
  {
    name: 'a centred line off the centre',
    measureEm: 6,
    setting: { alignment: 'center' },
    good: [{ text: '天地玄黄', fromMpt: 10_000 }],
    rule: 'sum',
    bad: [{ text: '天地玄黄', fromMpt: 12_000 }],
  },
]
