import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const script = join(import.meta.dirname, 'journal.mjs')

describe('a desk that is killed while somebody types', () => {
  it('has lost nothing when it is opened again', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, '12', '7'], {
      encoding: 'utf8',
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const [, kills, typing, batch] =
      /(\d+) kills, (\d+) of them while somebody typed, up to batch (\d+): nothing lost/.exec(
        stdout,
      ) ?? []
    expect(kills).toBe('12')
    expect(Number(typing)).toBeGreaterThan(0)
    expect(Number(batch)).toBeGreaterThan(0)
  })
})
