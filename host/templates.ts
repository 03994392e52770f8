import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Json, parseJson } from '../engine/document/json'
import { BanxinError } from '../engine/document/message'
import { parseTemplate } from '../engine/document/template'
import { inFile } from './place-error'
import { productRoot } from './product-root'
import { readText } from './read-text'
import { standingOrder } from './standing-order'

const folder = join(productRoot, 'templates')

/**
 * A template that comes with the product, raw as it is stored in an issue, and checked.
 * @throws {BanxinError} `template-missing`, naming those that there are.
 */
export async function readTemplate(name: string): Promise<Json> {
  const names = await listTemplates()
  if (!names.includes(name)) throw templateMissing(name, names)
  const template = parseJson(await readText(join(folder, name, 'template.json')), name)
  parseTemplate(template)
  return template
}

/**
 * A template in a file of its own, such as a designer's copy of one.
 * @throws {BanxinError} when it cannot be read or is wrong, naming the file.
 */
export async function readTemplateFile(path: string): Promise<Json> {
  const text = await readText(path)
  return inFile(path, () => {
    const template = parseJson(text, '')
    parseTemplate(template)
    return template
  })
}

/** The names of the templates that come with the product, in their standing order. */
export async function listTemplates(): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return standingOrder(entries.filter((entry) => entry.isDirectory()).map(({ name }) => name))
}

function templateMissing(name: string, names: readonly string[]): BanxinError {
  return new BanxinError('template-missing', {
    what: { zh: '没有这个模板', en: 'There is no such template' },
    where: name,
    mend: {
      zh: `现有的模板：${names.join('、')}；自己的模板请写出文件，如 我的模板.json`,
      en: `There are: ${names.join(', ')}; one of your own is named by its file, such as mine.json`,
    },
  })
}
