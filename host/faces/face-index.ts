import type { FaceFlaw } from '../../engine/fonts/face-description'
import type { FaceRecord } from './face-record'

/** A family of the system. */
export interface SystemFamily {
  readonly family: string
  /** What else it is called, in other languages. */
  readonly otherNames: readonly string[]
  /** The face of each weight, lightest first; none of them has a flaw. */
  readonly faces: readonly FaceRecord[]
  /** Why it has no face that can be used; `null` when it has one. */
  readonly flaw: FaceFlaw | null
}

/** The families of a system, by any of their names. */
export interface FaceIndex {
  /** Each once, in the order of their names. */
  readonly families: readonly SystemFamily[]
  find(name: string): SystemFamily | undefined
}

/** A name as it is compared: people and programs differ in case, width and blanks. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/**
 * Sorts faces into families. A name that families use is looked up before a styled one, so that
 * `Noto Serif SC` is the family, and `Noto Serif SC Black` its one face.
 */
export function indexFaces(records: readonly FaceRecord[]): FaceIndex {
  const byFamily = groupBy(records, ({ families }) => families)
  const byStyledName = groupBy(records, ({ styledFamilies }) => styledFamilies)
  const shown = groupBy(records, ({ families }) => families.slice(0, 1))
  const families = [...shown.values()].map(makeFamily)
  return {
    families: families.sort((one, other) => (nameKey(one.family) < nameKey(other.family) ? -1 : 1)),
    find: (name) => {
      const key = nameKey(name)
      const found = byFamily.get(key) ?? byStyledName.get(key)
      return found && makeFamily(found)
    },
  }
}

function groupBy(
  records: readonly FaceRecord[],
  namesOf: (record: FaceRecord) => readonly string[],
): ReadonlyMap<string, readonly FaceRecord[]> {
  const groups = new Map<string, FaceRecord[]>()
  for (const record of records) {
    for (const key of new Set(namesOf(record).map(nameKey))) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [record])
      else group.push(record)
    }
  }
  return groups
}

function makeFamily(records: readonly FaceRecord[]): SystemFamily {
  const names = [...new Set(records.flatMap(({ families }) => families))]
  const byWeight = new Map<number, FaceRecord>()
  for (const record of records) {
    if (record.flaw !== null) continue
    const other = byWeight.get(record.weight)
    if (other === undefined || isPlainer(record, other)) byWeight.set(record.weight, record)
  }
  const faces = [...byWeight.values()].sort((one, other) => one.weight - other.weight)
  return {
    family: names[0] ?? '',
    otherNames: names.slice(1),
    faces,
    flaw: faces.length > 0 ? null : flawOf(records),
  }
}

/** Of two faces of one weight the plain one has the shorter name; else the one found first stays. */
function isPlainer(record: FaceRecord, other: FaceRecord): boolean {
  return styledLength(record) < styledLength(other)
}

function styledLength({ styledFamilies }: FaceRecord): number {
  return Math.min(...styledFamilies.map(({ length }) => length))
}

/** An italic face is the least reason, for its family could have had an upright one. */
function flawOf(records: readonly FaceRecord[]): FaceFlaw | null {
  const flaws = records.map(({ flaw }) => flaw)
  return flaws.find((flaw) => flaw !== 'italic') ?? flaws[0] ?? null
}
