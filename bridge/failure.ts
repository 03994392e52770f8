import * as z from 'zod'
import { BanxinError } from '../engine/document/message'

const MOST_CHARACTERS = 1_000

const sentence = z.string().max(MOST_CHARACTERS)
const bilingual = z.strictObject({ zh: sentence, en: sentence })

/** A mistake as data, as it crosses the bridge: the code and explanation of a `BanxinError`. */
export const failureSchema = z.strictObject({
  code: z.string().min(1).max(64),
  explanation: z.strictObject({ what: bilingual, where: sentence, mend: bilingual }),
})

/** See `failureSchema`. */
export type Failure = Readonly<z.infer<typeof failureSchema>>

/** What came of a call. */
export type Reply =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: Failure }

/** The mistake as data; texts that quote what was sent are cut to a length that can be shown. */
export function toFailure({ code, explanation }: BanxinError): Failure {
  const { what, where, mend } = explanation
  return {
    code,
    explanation: {
      what: { zh: clip(what.zh), en: clip(what.en) },
      where: clip(where),
      mend: { zh: clip(mend.zh), en: clip(mend.en) },
    },
  }
}

/** The mistake that the data tells of, to be thrown. */
export function toError({ code, explanation }: Failure): BanxinError {
  return new BanxinError(code, explanation)
}

/** What a person is told of a fault that is the program's own. */
export const internalFault: Failure = {
  code: 'internal-fault',
  explanation: {
    what: { zh: '程序内部出错', en: 'The program has a fault' },
    where: '',
    mend: {
      zh: '已写下的内容没有丢；请重新打开这一期再试',
      en: 'Nothing written is lost; open the issue again and try once more',
    },
  },
}

function clip(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 1)}…`
}
