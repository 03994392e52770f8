import type { EventName, EventPayload } from '../../bridge/events'
import type { WindowDescription } from '../../bridge/window-description'
import type { ExportJobs } from './export-jobs'
import type { FaceShelf } from './face-shelf'
import type { OpenDocuments } from './open-documents'
import type { PathNames, Purpose } from './path-names'
import type { SessionContext } from './session-context'
import type { UnderWay } from './under-way'

/** What a file is chosen for in a dialog. */
export type ChoicePurpose = Exclude<Purpose, 'result' | 'folder'>

/** File windows of the system. */
export interface Dialogs {
  /** The path that a person chose; `undefined` when the window was dismissed. */
  choose(purpose: ChoicePurpose, suggestedName: string | undefined): Promise<string | undefined>
}

/** The window of the system that a desk has to itself. */
export interface DeskWindow {
  /** Opens a window for a file, or shows the one that has it; without one, a window to choose in. */
  open(path: string | undefined): Promise<void>
  /** Shows another window if that has a file open; gives whether one does. */
  showElsewhere(path: string): boolean
  describe(description: WindowDescription): void
  close(): void
  /** The person stays, after it was to be closed. */
  keep(): void
}

/** Where a desk runs and what it is started for. */
export interface DeskOptions {
  readonly version: string
  /** Journals, drafts and recent files; see `defaultDataFolder`. */
  readonly dataFolder: string
  /** The file to open first. */
  readonly startFile?: string
  /** What a desk without dialogs may look into; unless given, the start file’s, the home and drives. */
  readonly folders?: readonly string[]
  /** The samples that come with the product unless given. */
  readonly samplesFolder?: string
  /** Where the system keeps its fonts; its own folders unless given. */
  readonly fontFolders?: readonly string[]
  /** Absent where the system has no windows, as behind the loopback server. */
  readonly dialogs?: Dialogs
  /** Absent where desks are pages of a browser. */
  readonly window?: DeskWindow
  /** Hears of faults of the program; people are told that there was one. */
  readonly report: (error: unknown) => void
}

/** What the handlers of a desk share. */
export interface DeskRoom {
  readonly options: DeskOptions
  readonly folders: readonly string[]
  readonly samplesFolder: string
  readonly paths: PathNames
  readonly context: SessionContext
  readonly faces: FaceShelf
  readonly documents: OpenDocuments
  readonly exports: ExportJobs
  /** Decoding, which ends badly when the process ends in the middle of it. */
  readonly pictures: UnderWay
}

/** Hears every event of a desk. */
export type Hear = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void
