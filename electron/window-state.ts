import { readFileSync } from 'node:fs'
import type { Rectangle } from 'electron'
import * as z from 'zod'
import { writeAtomically } from '../host/write-file'

const px = z.int().min(-100_000).max(100_000)

const stateSchema = z.strictObject({
  bounds: z.strictObject({ x: px, y: px, width: px.min(1), height: px.min(1) }),
  isMaximized: z.boolean(),
  language: z.enum(['zh', 'en']),
})

/** Where a window was, and in which language, when it was closed last. */
export type WindowState = Readonly<z.infer<typeof stateSchema>>

const WIDTH_PX = 1_440
const HEIGHT_PX = 900
/** So much of a window must be on a screen to take hold of it. */
const GRIP_PX = 80

/** The state of a file; that of a first window where there is none that can be read. */
export function readWindowState(path: string, screens: readonly Rectangle[]): WindowState {
  const known = readState(path)
  const [main = { x: 0, y: 0, width: WIDTH_PX, height: HEIGHT_PX }] = screens
  if (known !== undefined && screens.some((screen) => isOn(known.bounds, screen))) return known
  const width = Math.min(WIDTH_PX, main.width)
  const height = Math.min(HEIGHT_PX, main.height)
  const x = main.x + Math.round((main.width - width) / 2)
  const y = main.y + Math.round((main.height - height) / 2)
  const language = known?.language ?? 'zh'
  return { bounds: { x, y, width, height }, isMaximized: known?.isMaximized ?? false, language }
}

/** Keeps a state for the next time. What goes wrong with it is no one's loss. */
export async function writeWindowState(path: string, state: WindowState): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(state))
  await writeAtomically(path, bytes, { precious: false }).catch(() => undefined)
}

function readState(path: string): WindowState | undefined {
  try {
    return stateSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data
  } catch {
    return undefined
  }
}

/** Whether the bar of a window can be reached on a screen. */
function isOn({ x, y, width }: Rectangle, screen: Rectangle): boolean {
  const left = Math.max(x, screen.x)
  const right = Math.min(x + width, screen.x + screen.width)
  return right - left >= GRIP_PX && y >= screen.y && y <= screen.y + screen.height - GRIP_PX
}
