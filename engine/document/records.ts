import { commandError } from './command-error'

/**
 * A list with one more item, so that it stands at `index`; it holds `most` items at most.
 * @throws {BanxinError} `list-full` or `position-not-found`.
 */
export function insertAt<Item>(
  list: readonly Item[],
  index: number,
  item: Item,
  most: number,
): readonly Item[] {
  if (list.length >= most) {
    throw commandError(
      'list-full',
      '',
      { zh: `这里最多放 ${String(most)} 项`, en: `There is room for ${String(most)} here at most` },
      { zh: '请先移走或删去一些', en: 'Move some away or remove them first' },
    )
  }
  if (index > list.length) {
    throw commandError('position-not-found', `${String(index)} > ${String(list.length)}`, {
      zh: '要放到的位置不存在',
      en: 'There is no such place to put it',
    })
  }
  return list.toSpliced(index, 0, item)
}

/** A list without an item, and where that stood. */
export function takeOut<Item>(
  list: readonly Item[],
  item: Item,
): { readonly list: readonly Item[]; readonly index: number } {
  const index = list.indexOf(item)
  return { list: list.filter((other) => other !== item), index }
}

/**
 * The record of an id; `path` names the records.
 * @throws {BanxinError} `record-not-found`
 */
export function lookUp<Value>(
  records: Readonly<Record<string, Value>>,
  id: string,
  path: string,
): Value {
  const record = Object.hasOwn(records, id) ? records[id] : undefined
  if (record !== undefined) return record
  throw commandError('record-not-found', `${path}.${id}`, {
    zh: '要改动的内容已不存在',
    en: 'What was to be changed is no longer there',
  })
}

/** Records with another one, or with one in place of its like. */
export function put<Value extends { readonly id: string }>(
  records: Readonly<Record<string, Value>>,
  record: Value,
): Readonly<Record<string, Value>> {
  return { ...records, [record.id]: record }
}

/**
 * Records with one whose id they do not have yet; `path` names the records.
 * @throws {BanxinError} `id-taken`
 */
export function putAnother<Value extends { readonly id: string }>(
  records: Readonly<Record<string, Value>>,
  record: Value,
  path: string,
): Readonly<Record<string, Value>> {
  if (!Object.hasOwn(records, record.id)) return put(records, record)
  throw commandError('id-taken', `${path}.${record.id}`, {
    zh: '这个编号已经有了',
    en: 'This id is already taken',
  })
}

/** Records without one of them. */
export function without<Value>(
  records: Readonly<Record<string, Value>>,
  id: string,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(records).filter(([key]) => key !== id))
}

/**
 * A record with some of its entries changed, where `null` takes an entry away, and the changes
 * that would bring it back.
 */
export function change(
  record: Readonly<Record<string, unknown>>,
  changes: Readonly<Record<string, unknown>>,
): { readonly changed: object; readonly back: object } {
  const changed = { ...record, ...changes }
  const kept = Object.entries(changed).filter(([, value]) => value !== null)
  const back = Object.keys(changes).map((key) => [key, record[key] ?? null])
  return { changed: Object.fromEntries(kept), back: Object.fromEntries(back) }
}
