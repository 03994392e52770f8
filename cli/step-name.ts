import type { ExportStep } from '../host/export-issue'
import type { Say } from './language'

/** What the progress line says while a part of the work goes on. */
export function nameStep(step: ExportStep, say: Say): string {
  switch (step.part) {
    case 'package':
      return say('正在打开…', 'Opening …')
    case 'fonts':
      return say('正在载入字体…', 'Loading fonts …')
    case 'pages':
      return say('正在排版…', 'Composing …')
    case 'pictures':
      return say(
        `正在处理图片 ${step.done + 1}/${step.total}…`,
        `Preparing picture ${step.done + 1} of ${step.total} …`,
      )
    case 'pdf':
      return say('正在写 PDF…', 'Writing the PDF …')
    case 'file':
      return say('正在保存…', 'Saving …')
  }
}
