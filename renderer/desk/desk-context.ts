import { type ComputedRef, inject, type InjectionKey, provide } from 'vue'
import type { Client } from '../../bridge/client'
import type { Template } from '../../engine/document/template'
import type { Exporter } from '../output/exporter'
import type { Composer } from '../pages/composer'
import type { PageFinder } from '../pages/page-finder'
import type { PictureShelf } from '../pages/picture-shelf'
import type { OpenDocument } from './open-document'

/** What the views of an open document share. */
export interface DeskContext {
  readonly client: Client
  readonly open: OpenDocument
  /** The template of the issue; `null` when it cannot be read, which the pages then say. */
  readonly template: ComputedRef<Template | null>
  readonly composer: Composer
  readonly finder: PageFinder
  readonly pictures: PictureShelf
  readonly exporter: Exporter
  /** Whether nothing of the issue can be changed here. */
  readonly isReadOnly: ComputedRef<boolean>
  /** Going over to another issue, once this one can be left. */
  readonly files: {
    create(): void
    open(): Promise<void>
    openRecent(fileId: string): Promise<void>
    /** Takes this issue from the desk that has it, to write it here. */
    takeOver(): Promise<void>
  }
  /** Runs what may fail, and tells the person when it does. */
  attempt<Result>(work: () => Result | Promise<Result>): Promise<Result | undefined>
  /** Saves the document; asks for a place where it has none. Gives whether it was saved. */
  save(): Promise<boolean>
  saveAs(): Promise<boolean>
  close(): Promise<void>
  undo(): void
  redo(): void
}

const KEY: InjectionKey<DeskContext> = Symbol('desk')

/** Gives the context to all views below. */
export function provideDesk(context: DeskContext): void {
  provide(KEY, context)
}

/** The context of the document that a view belongs to. */
export function useDesk(): DeskContext {
  const context = inject(KEY)
  if (context === undefined) throw new Error('There is no open document above this view')
  return context
}
