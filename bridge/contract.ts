import * as z from 'zod'
import { assetIdSchema, assetSchema } from '../engine/document/asset'
import { PRESET_NAMES } from '../engine/document/export-preset'
import { dateSchema, issueSchema } from '../engine/document/issue'
import {
  batchIdSchema,
  commandsSchema,
  documentStateSchema,
  documentStatusSchema,
  fileSchema,
  revisionSchema,
} from './document-state'
import { exportResultSchema } from './export-state'
import { MOST_PICTURE_BYTES, type MessageBounds } from './message-size'
import { documentIdSchema, fileIdSchema, folderIdSchema, jobIdSchema } from './names'
import { windowDescriptionSchema } from './window-description'

interface ChannelShape<In extends z.ZodType, Out extends z.ZodType> extends MessageBounds {
  readonly input: In
  readonly output: Out
}

const SMALL: MessageBounds = { mostUnits: 20_000, mostBytes: 0 }
const BATCH: MessageBounds = { mostUnits: 8_000_000, mostBytes: 0 }
const PICTURE: MessageBounds = { mostUnits: 2_000, mostBytes: MOST_PICTURE_BYTES }

function channel<In extends z.ZodType, Out extends z.ZodType>(
  input: In,
  output: Out,
  bounds = SMALL,
): ChannelShape<In, Out> {
  return { input, output, ...bounds }
}

const nothing = z.strictObject({})
const ofDocument = z.strictObject({ documentId: documentIdSchema })
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'raw bytes expected')
const shownName = z.string().min(1).max(255)
const moment = z.iso.datetime()
const opened = z.strictObject({
  document: documentStateSchema,
  /** How many batches the journal brought back that the file does not hold. */
  recoveredBatches: z.int().min(0),
})
/** What a file is chosen for; a name got for one purpose is good for no other. */
const purpose = z.enum(['open-document', 'save-document', 'export-pdf'])
const named = z.strictObject({ name: shownName, title: z.string().max(200) })
const weight = z.int().min(1).max(1_000)
const face = z.strictObject({ family: shownName, weight })
/** Why a family cannot be used, as the engine has it in `FaceFlaw`. */
const flaw = z.enum(['italic', 'bitmap', 'cff2', 'unreadable'])
const family = z.strictObject({
  family: shownName,
  /** What else it may be called, in other languages. */
  otherNames: z.array(shownName),
  source: z.enum(['bundled', 'system']),
  /** Lightest first; none when it cannot be used. */
  weights: z.array(weight),
  /** Whether its maker lets all of its faces be embedded in a PDF. */
  mayEmbed: z.boolean(),
  flaw: flaw.nullable(),
})
/** What sets text in place of a family that is not to be had. */
const standIn = z.strictObject({ family: shownName, reason: z.enum(['absent', ...flaw.options]) })
const { number, totalNumber, publication } = issueSchema.shape
const created = z.strictObject({
  template: shownName,
  number,
  totalNumber,
  date: dateSchema,
  follows: fileIdSchema.exactOptional(),
})

/** All that a desk may ask of its host: channel → what goes in, what comes out, how large. */
export const contract = {
  /** Asked first: what is open already, and what this host can do. */
  'desk.state': channel(
    nothing,
    z.strictObject({
      version: z.string().max(100),
      open: z.array(documentStatusSchema),
      /** The file that the desk was started for. */
      start: fileSchema.nullable(),
      /** Whether `dialog.choose` shows a window; else the desk asks `folder.list`. */
      dialogs: z.boolean(),
      templates: z.array(named),
      samples: z.array(named),
    }),
  ),
  /** Files opened before, and work that has no file of its own yet, both the latest first. */
  'document.recent': channel(
    nothing,
    z.strictObject({
      recent: z.array(
        fileSchema.extend({
          folder: z.string().max(1_000),
          openedAt: moment,
          unsaved: z.boolean(),
        }),
      ),
      drafts: z.array(fileSchema.extend({ changedAt: moment })),
    }),
  ),
  /** `takeOver` opens what another desk seems to have open, when a person knows that none has. */
  'document.open': channel(
    z.strictObject({ fileId: fileIdSchema, takeOver: z.boolean().exactOptional() }),
    opened,
  ),
  /** What an issue after the one opened last would begin with; `null` where none is known. */
  'document.next': channel(
    nothing,
    z.strictObject({
      next: z
        .strictObject({
          follows: fileIdSchema,
          publication: publication.shape.name,
          number,
          totalNumber,
          date: dateSchema,
        })
        .nullable(),
    }),
  ),
  /**
   * An empty issue of a template; it has no file until `document.saveAs`. It is of the periodical
   * that the issue is of which it follows, else of that which the template names.
   */
  'document.create': channel(created, opened),
  /** An issue that comes with the product, to be changed at will; it has no file either. */
  'sample.open': channel(z.strictObject({ sample: shownName }), opened),
  'document.state': channel(ofDocument, documentStateSchema),
  /** Makes a batch on top of revision `base`; undo sends the inverse. Else `revision-stale`. */
  'document.apply': channel(
    ofDocument.extend({ base: revisionSchema, batchId: batchIdSchema, commands: commandsSchema }),
    z.strictObject({ revision: revisionSchema }),
    BATCH,
  ),
  /** `overwrite` saves over what another program wrote since; without it `file-changed`. */
  'document.save': channel(
    ofDocument.extend({ overwrite: z.boolean().exactOptional() }),
    documentStatusSchema,
  ),
  'document.saveAs': channel(ofDocument.extend({ fileId: fileIdSchema }), documentStatusSchema),
  /** With unsaved changes `document-unsaved`, unless they shall be discarded. */
  'document.close': channel(ofDocument.extend({ discard: z.boolean().exactOptional() }), nothing),
  /** Takes in a picture; an `addAsset` command with what comes back then adds it to the issue. */
  'asset.add': channel(ofDocument.extend({ name: shownName, bytes }), assetSchema, PICTURE),
  /** A picture as it is; or, no wider than `widthPx`, upright and as print will show it. */
  'asset.read': channel(
    ofDocument.extend({
      assetId: assetIdSchema,
      widthPx: z.int().min(16).max(8_192).exactOptional(),
    }),
    z.strictObject({ mediaType: assetSchema.shape.mediaType, bytes }),
  ),
  /** The families that templates may name: those of the product, then those of the system. */
  'font.list': channel(nothing, z.strictObject({ families: z.array(family) })),
  /** A face to compose with, at the weight nearest to the one asked for: its file, glyphs blank. */
  'font.read': channel(face, face.extend({ standIn: standIn.exactOptional(), bytes })),
  /** Outlines of glyphs of a face, in order: lines of SVG path data in font units, y up, as UTF-8. */
  'font.draw': channel(
    face.extend({ glyphs: z.array(z.int().min(0).max(65_535)).min(1).max(65_535) }),
    z.strictObject({ bytes }),
    { mostUnits: 200_000, mostBytes: 0 },
  ),
  /** A window of the system to choose a file in; `null` when it was dismissed. */
  'dialog.choose': channel(
    z.strictObject({ purpose, suggestedName: shownName.exactOptional() }),
    z.strictObject({ file: fileSchema.nullable() }),
  ),
  /** What a folder holds, for a desk without such windows; without an id, where to begin. */
  'folder.list': channel(
    z.strictObject({ folderId: folderIdSchema.exactOptional(), purpose }),
    z.strictObject({
      name: z.string().max(1_000),
      folderId: folderIdSchema.nullable(),
      parentId: folderIdSchema.nullable(),
      folders: z.array(z.strictObject({ folderId: folderIdSchema, name: z.string().max(1_000) })),
      files: z.array(fileSchema.extend({ changedAt: moment, byteCount: z.int().min(0) })),
    }),
  ),
  /** A file of that name in a folder, to save or export to. */
  'folder.place': channel(
    z.strictObject({ folderId: folderIdSchema, purpose, name: shownName }),
    fileSchema.extend({ exists: z.boolean() }),
  ),
  /** Shows a file in the file manager of the system. */
  'file.reveal': channel(z.strictObject({ fileId: fileIdSchema }), nothing),
  /**
   * Exports the document as it is now, saved or not; `pages` are indices, in order, all without.
   * `marks` are for presets that have them; `acceptErrors` exports what a person knows to be wrong.
   */
  'export.start': channel(
    ofDocument.extend({
      fileId: fileIdSchema,
      preset: z.enum(PRESET_NAMES),
      marks: z.boolean(),
      pages: z.array(z.int().min(0).max(9_999)).min(1).max(5_000).exactOptional(),
      acceptErrors: z.boolean().exactOptional(),
    }),
    z.strictObject({ jobId: jobIdSchema }),
  ),
  /** Answers when the export has ended. */
  'export.result': channel(z.strictObject({ jobId: jobIdSchema }), exportResultSchema),
  /** Asks an export to end; one that writes its file already goes on. */
  'export.cancel': channel(z.strictObject({ jobId: jobIdSchema }), nothing),
  /**
   * Opens a window: for a file, or shows the one that has it; for an empty issue; or to choose in.
   */
  'window.open': channel(
    z.strictObject({
      fileId: fileIdSchema.exactOptional(),
      create: created.exactOptional(),
    }),
    nothing,
  ),
  /** What the system shows of this window: its menus, whether it has changes, how far work is. */
  'window.describe': channel(windowDescriptionSchema, nothing),
  /** Closes this window; its document is closed before. */
  'window.close': channel(nothing, nothing),
  /** The person stays, after `window.closing`. */
  'window.keep': channel(nothing, nothing),
} as const

/** The name of a channel. */
export type Channel = keyof typeof contract
/** What a channel takes. */
export type Input<Name extends Channel> = Readonly<z.input<(typeof contract)[Name]['input']>>
/** What a channel gives. */
export type Output<Name extends Channel> = Readonly<z.output<(typeof contract)[Name]['output']>>

/** Whether the contract has a channel of that name; `toString` and its like are none. */
export function isChannel(name: string): name is Channel {
  return Object.hasOwn(contract, name)
}
