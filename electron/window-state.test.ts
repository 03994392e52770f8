import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readWindowState, writeWindowState } from './window-state'

const folder = mkdtempSync(join(tmpdir(), 'banxin-state-'))
const path = join(folder, 'window.json')
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const screen = { x: 0, y: 0, width: 1_920, height: 1_080 }
const state = {
  bounds: { x: 100, y: 50, width: 1_200, height: 800 },
  isMaximized: true,
  language: 'en',
} as const

describe('where a window was', () => {
  it('comes back', async () => {
    await writeWindowState(path, state)
    expect(readWindowState(path, [screen])).toEqual(state)
  })

  it('is left when its screen is gone; its language is kept', async () => {
    const away = { ...state, bounds: { ...state.bounds, x: 5_000 } }
    await writeWindowState(path, away)
    const { bounds, language } = readWindowState(path, [screen])
    expect(bounds).toEqual({ x: 240, y: 90, width: 1_440, height: 900 })
    expect(language).toBe('en')
  })

  it.each(['', '{}', 'null', '{"bounds":{"x":"1"}}', '\u0000', '[1]'])(
    'is that of a first window when its file says %j',
    (text) => {
      writeFileSync(path, text)
      expect(readWindowState(path, [{ ...screen, width: 1_000 }])).toEqual({
        bounds: { x: 0, y: 90, width: 1_000, height: 900 },
        isMaximized: false,
        language: 'zh',
      })
    },
  )
})
