import type { Bilingual } from './message'

/** What is wrong with the body of a story, in both languages, for whoever knows which story it is. */
export class BodyFault extends RangeError {
  readonly fault: Bilingual

  constructor(zh: string, en: string) {
    super(en)
    this.fault = { zh, en }
  }
}
