import type { Input } from '../../bridge/contract'
import type { Handlers } from '../../bridge/dispatcher'
import { createFrom } from './create-from'
import { deskError } from './desk-error'
import type { DeskRoom, DeskWindow } from './desk-room'

type WindowChannel = 'window.open' | 'window.describe' | 'window.close' | 'window.keep'

/** What a desk in a window of its own asks of the system. */
export function createWindowHandlers(room: DeskRoom): Pick<Handlers, WindowChannel> {
  const ownWindow = (): DeskWindow => {
    if (room.options.window === undefined) throw deskError('window-absent')
    return room.options.window
  }

  /** The file that a window is wanted for; what is made anew is a file as well. */
  const fileOf = async (wanted: Input<'window.open'>): Promise<string | undefined> => {
    const { fileId, create } = wanted
    if (fileId !== undefined) return room.paths.pathOf(fileId, 'open-document')
    return create === undefined ? undefined : createFrom(room, create)
  }

  return {
    'window.open': async (wanted) => {
      const window = ownWindow()
      await window.open(await fileOf(wanted))
      return {}
    },
    'window.describe': (description) => {
      ownWindow().describe(description)
      return {}
    },
    'window.close': () => {
      ownWindow().close()
      return {}
    },
    'window.keep': () => {
      ownWindow().keep()
      return {}
    },
  }
}
