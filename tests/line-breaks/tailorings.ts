/** A place of a text where Banxin breaks lines otherwise than UAX #14, and what stands about it. */
export interface Difference {
  readonly text: string
  /** UTF-16 offset of the character after the place. */
  readonly at: number
  /** Whether a line may end here, where UAX #14 lets none; otherwise none may, where UAX #14 lets it. */
  readonly isOpened: boolean
  /** The characters next to the place, combining marks left out; spaces count. */
  readonly before: string
  readonly after: string
  /** The last character before the place that is no space. */
  readonly solid: string
  /** How many straight double quotation marks stand before the place. */
  readonly quotes: number
}

/** A reason to break lines otherwise than UAX #14 by itself does, as its chapter 8 provides. */
export interface Tailoring {
  readonly name: string
  /** The rule of typography.md, or the clause of a standard, that asks for it. */
  readonly rule: string
  readonly reason: string
  explains(difference: Difference): boolean
}

/** What no line begins with from level `basic` on, and may begin one with by UAX #14 (CLREQ 3.1.4). */
const NEVER_FIRST = /[—\-·々‼﹪/]/u

/** The ambiguous characters (class AI) of the file. */
const AMBIGUOUS = /[❗§⊕⊖]/u

/** What belongs to the grapheme cluster before it: marks, also those that take room, and skin tones. */
const EXTENDS = /\p{M}|\p{Emoji_Modifier}/u

const isOdd = (count: number): boolean => count % 2 === 1

/**
 * All in which Banxin's lines may end otherwise than UAX #14 lets them, each for one reason. A
 * difference belongs to the first that explains it.
 */
export const tailorings: readonly Tailoring[] = [
  {
    name: 'a grapheme cluster stays whole',
    rule: 'UAX #29 GB9, GB9a',
    reason:
      'a skin tone or a vowel sign is drawn with what stands before it, as one cell of a line',
    explains: ({ isOpened, after }) => !isOpened && EXTENDS.test(after),
  },
  {
    name: 'no line begins with a connector, interpunct, solidus, iteration mark or sign of a number',
    rule: 'R1; CLREQ 3.1.4',
    reason: 'UAX #14 lets some of them begin one, and all of them that stand behind a space',
    explains: ({ isOpened, after }) => !isOpened && NEVER_FIRST.test(after),
  },
  {
    name: 'curly quotation marks open and close',
    rule: 'R1; UAX #14 8.1',
    reason:
      'in Chinese a line may end outside of a quotation, with no space there, and never within it',
    explains: ({ isOpened, solid, before, after }) =>
      isOpened ? /[“‘]/u.test(after) || /[”’]/u.test(before) : /[“‘]/u.test(solid),
  },
  {
    name: 'straight quotation marks open and close in turn',
    rule: 'R1; UAX #14 8.1',
    reason: 'typed in Chinese they are meant for curly ones',
    explains: ({ isOpened, before, after, solid, quotes }) => {
      if (!isOpened) return solid === '"' && isOdd(quotes)
      return isOdd(quotes) ? false : after === '"' || before === '"'
    },
  },
  {
    name: 'ambiguous characters are ideographs',
    rule: 'UAX #14 LB1',
    reason: 'the Han face sets them an em wide, and LB1 leaves to the language what they are',
    explains: ({ isOpened, before, after }) =>
      isOpened && (AMBIGUOUS.test(before) || AMBIGUOUS.test(after)),
  },
  {
    name: 'a dash or an ellipsis is a Chinese character',
    rule: 'R1, R2; CLREQ 3.1.4',
    reason: 'below level strict a line may begin with it; what clings to an ideograph clings to it',
    explains: ({ isOpened, before, after }) =>
      isOpened ? after === '…' : before === '—' && after === '%',
  },
  {
    name: 'a number keeps its unit',
    rule: 'R9',
    reason: 'UAX #14 ends a line before 年 in 1930年, and within 年代',
    explains: ({ isOpened, text, at }) =>
      !isOpened && /\d年?$/u.test(text.slice(0, at)) && /^(年|年代|代)/u.test(text.slice(at)),
  },
  {
    name: 'a name with an interpunct stays whole',
    rule: 'R9',
    reason: 'UAX #14 parts 张三·李四 behind the interpunct',
    explains: ({ isOpened, before }) => !isOpened && before === '·',
  },
]
