import type { Language } from '../engine/document/message'
import type { Say } from './language'
import type { Progress } from './progress'

/** What every command is given. */
export interface Context {
  readonly language: Language
  readonly say: Say
  readonly progress: Progress
  /** Writes a line to stdout: what was asked for. */
  print(text: string): void
  /** Writes a line to stderr: what a person should look at. */
  warn(text: string): void
}
