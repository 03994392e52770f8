import type { Issue } from '../document/issue'
import type { BodyNode } from '../document/story'
import type { Template } from '../document/template'
import { STRONG_WEIGHT } from './style-book'

/** A face by family and weight, as a host looks it up. */
export interface FaceRequest {
  readonly family: string
  readonly weight: number
}

/** A fallback lends single characters; one weight of it is enough. */
const FALLBACK_WEIGHT = 400

/**
 * The faces that an issue is set with: those of its template's styles, and their strong weights
 * where a story has strong text. Sorted, each once.
 */
export function requiredFaces(issue: Issue, template: Template): readonly FaceRequest[] {
  const strong = Object.values(issue.records.stories).some((story) => hasStrongText(story.body))
  const requests = new Map<string, FaceRequest>()
  for (const style of template.styles.values()) {
    const role = template.fonts[style.font]
    if (role === undefined) continue
    const weights = strong ? [style.weight, Math.max(style.weight, STRONG_WEIGHT)] : [style.weight]
    const request = (family: string, weight: number): void => {
      requests.set(`${family}/${String(weight)}`, { family, weight })
    }
    for (const family of [role.family, role.latin ?? role.family]) {
      for (const weight of weights) request(family, weight)
    }
    for (const family of role.fallbacks ?? []) request(family, FALLBACK_WEIGHT)
  }
  return [...requests.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, request]) => request)
}

/** The face that most of an issue is set in, and the characters of its text, each once. */
export function mainText(
  issue: Issue,
  template: Template,
): { readonly face: FaceRequest; readonly characters: readonly number[] } | undefined {
  const body = template.styles.get('body')
  const role = body === undefined ? undefined : template.fonts[body.font]
  if (body === undefined || role === undefined) return undefined
  const characters = new Set<string>()
  const collect = (node: BodyNode): void => {
    for (const character of node.text ?? '') characters.add(character)
    for (const child of node.content ?? []) collect(child)
  }
  for (const { body: text } of Object.values(issue.records.stories)) collect(text)
  return {
    face: { family: role.family, weight: body.weight },
    characters: [...characters].map((character) => character.codePointAt(0) ?? 0),
  }
}

function hasStrongText(node: BodyNode): boolean {
  if (node.type === 'table_cell' && node.attrs?.['header'] === true) return true
  if (node.type === 'table' && (node.attrs?.['caption'] ?? '') !== '') return true
  if (node.marks?.some((mark) => mark.type === 'strong') === true) return true
  return (node.content ?? []).some(hasStrongText)
}
