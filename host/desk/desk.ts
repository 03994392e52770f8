import { realpathSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { createDispatcher, type Dispatch, type Handlers } from '../../bridge/dispatcher'
import type { Emit } from '../../bridge/events'
import { FaceLibrary } from '../faces/face-library'
import { scanFaces } from '../faces/scan-faces'
import { productRoot } from '../product-root'
import { createAssetHandlers } from './asset-handlers'
import { openDataFolder } from './data-folder'
import type { DeskOptions, DeskRoom, Hear } from './desk-room'
import { createDocumentHandlers } from './document-handlers'
import { labelOf } from './drafts'
import { createExportHandlers } from './export-handlers'
import { ExportJobs } from './export-jobs'
import { createFaceHandlers } from './face-handlers'
import { FaceShelf, machineShelf } from './face-shelf'
import { createFileHandlers } from './file-handlers'
import { OpenDocuments } from './open-documents'
import { PathNames } from './path-names'
import { readyFaces } from './ready-faces'
import type { SessionContext } from './session-context'
import { UnderWay } from './under-way'
import { createWindowHandlers } from './window-handlers'

/** The host of a desk: all that the contract promises, whatever carries it. */
export interface Desk {
  readonly dispatch: Dispatch
  /** Hears every event until the function that comes back is called. */
  subscribe(hear: Hear): () => void
  /** The real paths of the documents that are open. */
  paths(): readonly string[]
  /** A name for a file that came from outside, to be opened. */
  nameFile(path: string): string
  /** Opens the file that the desk is started for before the page is there that asks for it. */
  openAhead(): Promise<void>
  /** Whether something is under way that should not be cut off. */
  isBusy(): boolean
  /** Lets go of everything, losing nothing. */
  stop(): Promise<void>
}

/**
 * Opens a desk.
 * @throws {BanxinError} when its folder cannot be made.
 */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const listeners = new Set<Hear>()
  const emit: Emit = (name, payload) => {
    for (const hear of listeners) hear(name, payload)
  }
  const paths = new PathNames()
  const context: SessionContext = {
    folder: await openDataFolder(options.dataFolder),
    emit,
    nameFile: (path) => ({ fileId: paths.nameOf(path, 'open-document'), name: labelOf(path) }),
  }
  const faces = findFaces(options)
  const room: DeskRoom = {
    options,
    folders: findFolders(options),
    samplesFolder: options.samplesFolder ?? join(productRoot, 'samples'),
    paths,
    context,
    faces,
    documents: new OpenDocuments(context, ({ state }) => void readyFaces(faces, state)),
    pictures: new UnderWay(),
    exports: new ExportJobs({
      emit,
      nameResult: (path) => ({ fileId: paths.nameOf(path, 'result'), name: basename(path) }),
      report: options.report,
    }),
  }
  const handlers: Handlers = {
    ...createDocumentHandlers(room),
    ...createAssetHandlers(room),
    ...createFaceHandlers(room.faces),
    ...createFileHandlers(room),
    ...createExportHandlers(room),
    ...createWindowHandlers(room),
  }
  const dispatch = createDispatcher(handlers, (_channel, error) => {
    options.report(error)
  })
  return {
    dispatch: async (channel, message) => {
      const reply = await dispatch(channel, message)
      return reply.ok ? reply : { ok: false, failure: paths.withoutPaths(reply.failure) }
    },
    subscribe: (hear) => {
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
    paths: () => room.documents.all.map(({ path }) => path),
    nameFile: (path) => paths.nameOf(path, 'open-document'),
    openAhead: async () => {
      if (options.startFile !== undefined) await room.documents.openAhead(options.startFile)
    },
    isBusy: () => room.exports.isBusy,
    stop: async () => {
      await room.exports.stop()
      try {
        await room.documents.rest()
      } finally {
        await room.pictures.rest()
      }
    },
  }
}

function findFaces({ fontFolders }: DeskOptions): FaceShelf {
  if (fontFolders === undefined) return machineShelf
  return new FaceShelf(new FaceLibrary(() => scanFaces(fontFolders)))
}

/** Where a person may choose files; as real paths, for those are what is compared. */
function findFolders({ folders, startFile }: DeskOptions): readonly string[] {
  const own = startFile === undefined ? [] : [dirname(resolve(startFile))]
  const wanted = folders ?? [...own, homedir(), ...driveFolders()]
  return [...new Set(wanted.flatMap(realFolder))]
}

/** Where systems show sticks, disks and shares that a person has put in or connected. */
function driveFolders(): readonly string[] {
  switch (process.platform) {
    case 'win32':
      return Array.from('DEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `${letter}:\\`)
    case 'darwin':
      return ['/Volumes']
    default:
      return [`/media/${userInfo().username}`, `/run/media/${userInfo().username}`]
  }
}

function realFolder(path: string): string[] {
  try {
    return [realpathSync(path)]
  } catch {
    return []
  }
}
