import { extname } from 'node:path'
import { BanxinError } from '../engine/document/message'

/**
 * Refuses a target whose name does not end as its kind does, lest a slip of the hand put a PDF in
 * the place of a manuscript or an issue.
 * @throws {BanxinError} `output-ending`
 */
export function checkEnding(target: string, ending: '.pdf' | '.banxin'): void {
  if (extname(target).toLowerCase() === ending) return
  throw new BanxinError('output-ending', {
    what: {
      zh: `要写的文件名应以 ${ending} 结尾`,
      en: `The file to write should have a name that ends in ${ending}`,
    },
    where: target,
    mend: { zh: '请改写 -o 后面的文件名', en: 'Change the name after -o' },
  })
}
