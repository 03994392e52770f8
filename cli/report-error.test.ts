import { CommanderError } from 'commander'
import { describe, expect, it } from 'vitest'
import { BanxinError } from '../engine/document/message'
import { reportError } from './report-error'
import { explainUsage } from './usage-error'

describe('reportError', () => {
  it('puts a mistake on one line, whatever a name holds', () => {
    const error = new BanxinError('file-missing', {
      what: { zh: '没有这个文件', en: 'There is no such file' },
      where: 'a\nb\u001b[31m\u2028c',
      mend: { zh: '请检查路径', en: 'Check the path' },
    })
    expect(reportError(error, 'zh')).toEqual({
      line: '没有这个文件（a b [31m c）。请检查路径。',
      exitCode: 1,
    })
    expect(reportError(error, 'en').line).toBe(
      'There is no such file (a b [31m c). Check the path.',
    )
  })

  it('ends with code 2 on wrong usage, and guesses what was meant', () => {
    const complaint = new CommanderError(
      1,
      'commander.unknownCommand',
      "error: unknown command 'exprt'\n(Did you mean export?)",
    )
    expect(reportError(explainUsage(complaint), 'zh')).toEqual({
      line: '没有“exprt”这个命令，是不是 export？用 --help 查看用法。',
      exitCode: 2,
    })
    expect(reportError(explainUsage(complaint), 'en').line).toBe(
      'There is no command “exprt”; did you mean export? See --help.',
    )
  })

  it('shows no stack of what nobody foresaw', () => {
    const { line, exitCode } = reportError(new TypeError('x is\nnot iterable'), 'zh')
    expect(line).toBe('程序内部错误: x is not iterable')
    expect(exitCode).toBe(1)
  })
})
