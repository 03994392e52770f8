import { shallowRef } from 'vue'
import type { Client } from '../../bridge/client'
import { BanxinError } from '../../engine/document/message'
import { chooseFile } from '../files/choose-file'
import { flushEditors } from './editor-flush'
import { dismissAll, tellError } from './notices'
import type { OpenDocument } from './open-document'

/** What a person is asked before changes could be lost. */
export type SaveQuestion =
  /** The document is to be closed; `then` is done when it has been, `otherwise` when it stays. */
  | { readonly kind: 'unsaved'; readonly then: () => Promise<void>; readonly otherwise: () => void }
  /** Another program wrote the file, and saving would replace that. */
  | { readonly kind: 'changed' }
  /** Another program wrote the file, or took it away; `reload` opens what it wrote. */
  | {
      readonly kind: 'outside'
      readonly change: 'changed' | 'gone'
      readonly reload: () => Promise<void>
    }

/** What a person may say to it. */
export type SaveAnswer = 'save' | 'discard' | 'overwrite' | 'elsewhere' | 'reload'

/** Saving and closing a document; nothing of it is lost without a person's word. */
export type Saving = ReturnType<typeof createSaving>

const isCode = (error: unknown, code: string): boolean =>
  error instanceof BanxinError && error.code === code

/** `suggestName` gives the name that a document without a file would be saved under. */
export function createSaving(client: Client, open: OpenDocument, suggestName: () => string) {
  const { documentId } = open
  const question = shallowRef<SaveQuestion | null>(null)
  const isLeaving = shallowRef(false)
  /** Takes away what was told of the last attempt to save. */
  let endTrouble = (): void => undefined

  /** Waits until the host has everything that was typed. */
  const settle = async (): Promise<void> => {
    flushEditors()
    await open.settle()
  }

  const saveAs = async (): Promise<boolean> => {
    try {
      await settle()
      const file = await chooseFile(client, 'save-document', suggestName())
      if (file === null) return false
      const { fileId } = file
      open.noteStatus(await client.call('document.saveAs', { documentId, fileId }))
      endTrouble()
      return true
    } catch (error) {
      endTrouble = tellError(error)
      return false
    }
  }

  const save = async (overwrite = false): Promise<boolean> => {
    try {
      await settle()
      if (open.status.value.file === null) return await saveAs()
      const input = overwrite ? { documentId, overwrite } : { documentId }
      open.noteStatus(await client.call('document.save', input))
      endTrouble()
      return true
    } catch (error) {
      if (isCode(error, 'document-unnamed')) return saveAs()
      if (isCode(error, 'file-changed')) question.value = { kind: 'changed' }
      else endTrouble = tellError(error)
      return false
    }
  }

  /** Closes the document, then goes on; asks first where changes would be lost. */
  const leave = async (
    then: () => Promise<void>,
    otherwise: () => void,
    discard = false,
  ): Promise<void> => {
    if (isLeaving.value) return
    try {
      await settle()
      isLeaving.value = true
      await client.call('document.close', discard ? { documentId, discard } : { documentId })
      // What was told is of what is closed by now, and cannot be taken back in another issue.
      dismissAll()
      await then()
    } catch (error) {
      isLeaving.value = false
      if (isCode(error, 'document-unsaved')) {
        question.value = { kind: 'unsaved', then, otherwise }
        return
      }
      tellError(error)
      otherwise()
    }
  }

  return {
    question,
    /** Whether this desk closes the document itself just now. */
    isLeaving,
    settle,
    saveAs,
    save: () => save(),
    leave: (then: () => Promise<void>, otherwise = (): void => undefined) => leave(then, otherwise),
    /** Asks what to do about a file that another program changed; once for each change. */
    askOutside(change: 'changed' | 'gone' | null, reload: () => Promise<void>): void {
      if (change !== null) question.value ??= { kind: 'outside', change, reload }
      else if (question.value?.kind === 'outside') question.value = null
    },
    /** What a person said to the question; `null` leaves everything as it is. */
    async answer(choice: SaveAnswer | null): Promise<void> {
      const asked = question.value
      question.value = null
      if (choice === 'overwrite') await save(true)
      else if (choice === 'elsewhere') await saveAs()
      else if (choice === 'reload' && asked?.kind === 'outside') {
        await leave(asked.reload, () => undefined, true)
      } else if (asked?.kind === 'unsaved') {
        const { then, otherwise } = asked
        if (choice === 'discard') await leave(then, otherwise, true)
        else if (choice === 'save' && (await save())) await leave(then, otherwise)
        else otherwise()
      }
    },
  }
}
