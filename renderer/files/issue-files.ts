import { inject, type InjectionKey, provide, readonly, ref } from 'vue'
import type { Client } from '../../bridge/client'
import type { Input, Output } from '../../bridge/contract'
import { BanxinError } from '../../engine/document/message'
import { tellError } from '../desk/notices'

/** What the host gives for an issue that it opened. */
export type Opened = Output<'document.open'>

/** Ways to come to an issue. Each gives whether one was opened; a person is told why not. */
export type IssueFiles = ReturnType<typeof createIssueFiles>

const KEY: InjectionKey<IssueFiles> = Symbol('files')

/** `show` puts an issue that was opened on the desk. */
export function createIssueFiles(client: Client, show: (opened: Opened) => void) {
  const isBusy = ref(false)

  const open = async (work: () => Promise<Opened>): Promise<boolean> => {
    if (isBusy.value) return false
    isBusy.value = true
    try {
      show(await work())
      return true
    } catch (error) {
      // The window that has it is in front by now.
      if (!(error instanceof BanxinError && error.code === 'document-elsewhere')) tellError(error)
      return false
    } finally {
      isBusy.value = false
    }
  }

  return {
    isBusy: readonly(isBusy),
    openFile: (fileId: string) => open(() => client.call('document.open', { fileId })),
    /** Opens a file that another desk has, which can only read it from then on. */
    takeOver: (fileId: string) =>
      open(() => client.call('document.open', { fileId, takeOver: true })),
    openSample: (sample: string) => open(() => client.call('sample.open', { sample })),
    create: (request: Input<'document.create'>) =>
      open(() => client.call('document.create', request)),
  }
}

/** Gives the ways to all views below. */
export function provideFiles(files: IssueFiles): void {
  provide(KEY, files)
}

/** The ways to come to another issue. */
export function useFiles(): IssueFiles {
  const files = inject(KEY)
  if (files === undefined) throw new Error('Nobody above this view opens issues')
  return files
}
