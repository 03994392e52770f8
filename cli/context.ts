import type { Language } from '../engine/document/message'
import type { Say } from './language'
import type { Progress } from './progress'

/** What every command is given. */
export interface Context {
  readonly language: Language
  readonly say: Say
  readonly progress: Progress
  print(text: string): void
}
