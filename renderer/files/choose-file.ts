import { shallowRef } from 'vue'
import type { Client } from '../../bridge/client'
import type { Input } from '../../bridge/contract'

/** What a file is chosen for. */
export type Purpose = Input<'dialog.choose'>['purpose']

/** A file that a person chose. */
export interface ChosenFile {
  readonly fileId: string
  readonly name: string
}

/** A choice that a person is asked to make in the desk's own window. */
export interface FileQuestion {
  readonly purpose: Purpose
  readonly suggestedName: string
  answer(file: ChosenFile | null): void
}

/** The choice that is being asked for, if any. */
export const fileQuestion = shallowRef<FileQuestion | null>(null)

/** Asks for a file, in a window of the system where the host has them; `null` when dismissed. */
export async function chooseFile(
  client: Client,
  purpose: Purpose,
  suggestedName = '',
): Promise<ChosenFile | null> {
  const { dialogs } = await client.call('desk.state', {})
  if (dialogs) {
    const named = suggestedName === '' ? {} : { suggestedName }
    return (await client.call('dialog.choose', { purpose, ...named })).file
  }
  fileQuestion.value?.answer(null)
  return new Promise((resolve) => {
    fileQuestion.value = {
      purpose,
      suggestedName,
      answer: (file) => {
        fileQuestion.value = null
        resolve(file)
      },
    }
  })
}
