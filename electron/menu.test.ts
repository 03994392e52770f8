import { describe, expect, it } from 'vitest'
import { acceleratorOf } from './accelerator'
import { type MenuActions, menuBar, type MenuContent } from './menu'

const chosen: string[] = []
const actions: MenuActions = {
  command: (key) => chosen.push(key),
  openFile: (path) => chosen.push(path),
  openWindow: () => chosen.push('openWindow'),
  closeWindow: () => chosen.push('closeWindow'),
  about: () => chosen.push('about'),
}
const save = { key: 'save', group: 'file', name: '保存', shortcut: { key: 's' } } as const
const content: MenuContent = {
  platform: 'linux',
  language: 'zh',
  commands: [{ ...save, isDisabled: true }],
  recent: [{ name: '第 42 期', path: '/work/42.banxin' }],
  hasTools: false,
}
type Item = ReturnType<typeof menuBar>[number]
const entries = (bar: readonly Item[], id: string): readonly Item[] => {
  const menu = bar.find((item) => item.id === id)?.submenu
  return Array.isArray(menu) ? menu : []
}

describe('the menu bar', () => {
  it('has what the window has, and no more', () => {
    const file = entries(menuBar(content, actions), 'file')
    const item = file.find(({ id }) => id === 'save')
    expect(item).toMatchObject({ label: '保存', enabled: false, accelerator: 'CmdOrCtrl+S' })
    // The page hears its keys itself: no key may be done twice.
    expect(item?.registerAccelerator).toBe(false)
    expect(file.some(({ id }) => id === 'export')).toBe(false)
    const bare = entries(menuBar({ ...content, commands: [], recent: [] }, actions), 'file')
    expect(bare.find(({ id }) => id === 'recent')?.enabled).toBe(false)
    expect(bare[0]?.type).not.toBe('separator')
  })

  it('does what is chosen', () => {
    const file = entries(menuBar(content, actions), 'file')
    for (const id of ['save', 'closeWindow', 'newWindow']) {
      const click = file.find((each) => each.id === id)?.click as (() => void) | undefined
      click?.()
    }
    const recent = file.find(({ id }) => id === 'recent')?.submenu
    const [first] = Array.isArray(recent) ? recent : []
    ;(first?.click as (() => void) | undefined)?.()
    expect(chosen).toEqual(['save', 'closeWindow', 'openWindow', '/work/42.banxin'])
  })

  it('is of its system and its language', () => {
    const labels = (platform: NodeJS.Platform, language: 'zh' | 'en') =>
      menuBar({ ...content, platform, language }, actions).map(({ label }) => label)
    expect(labels('linux', 'zh')).toEqual(['文件', '编辑', '视图', '窗口', '帮助'])
    expect(labels('darwin', 'en')).toEqual(['Banxin', 'File', 'Edit', 'View', 'Window', 'Help'])
  })

  it('writes keys as the system does', () => {
    expect(acceleratorOf({ key: 's', beside: 'shift' })).toBe('CmdOrCtrl+Shift+S')
    expect(acceleratorOf({ key: 'F1', beside: 'alone' })).toBe('F1')
    expect(acceleratorOf({ key: '/' })).toBe('CmdOrCtrl+/')
  })
})
