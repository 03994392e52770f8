import { BanxinError } from '../document/message'
import type { Face, FaceId } from './face'
import type { FaceStack } from './face-stack'

/** What a template says of a font role: family names, the companion for letters and digits. */
export interface FontRole {
  readonly family: string
  readonly latin?: string | undefined
  readonly fallbacks?: readonly string[] | undefined
}

/** The faces that are open, by the roles of a template. */
export interface FontBook {
  /**
   * The stack of a role at the loaded weight nearest to `weight`; the same object for the same
   * arguments. A family of which nothing is loaded is `face-missing`, a role that the template
   * does not name `role-missing`.
   */
  stack(role: string, weight: number): FaceStack
  /** The open face of that id; one that is not open is `face-missing`. */
  face(id: FaceId): Face
}

/**
 * Picks of the loaded weights the one to use for a wanted one (CSS Fonts 4, 5.2): the weight
 * itself; for 400 to 500 the heavier ones up to 500 first; else lighter ones first for a light
 * weight and heavier ones first for a bold one. `undefined` only when nothing is loaded.
 */
export function nearestWeight(loaded: readonly number[], wanted: number): number | undefined {
  const lighter = loaded.filter((weight) => weight <= wanted).sort((a, b) => b - a)
  const heavier = loaded.filter((weight) => weight >= wanted).sort((a, b) => a - b)
  if (wanted > 500) return heavier[0] ?? lighter[0]
  const regular = wanted >= 400 ? heavier.find((weight) => weight <= 500) : undefined
  return regular ?? lighter[0] ?? heavier[0]
}

function faceMissing(where: string): BanxinError {
  return new BanxinError('face-missing', {
    what: { zh: '找不到所需的字体', en: 'A face that is needed cannot be found' },
    where,
    mend: {
      zh: '请安装或提供这款字体，或在模板中改用别的字体',
      en: 'Install or supply the face, or name another one in the template',
    },
  })
}

/** A font book over the roles of a template and the faces that the host has opened. */
export function createFontBook(
  roles: Readonly<Record<string, FontRole>>,
  faces: readonly Face[],
): FontBook {
  const byId = new Map(faces.map((face) => [face.id, face]))
  const stacks = new Map<string, FaceStack>()

  const pick = (family: string, weight: number): Face => {
    const ofFamily = faces.filter((face) => face.family === family)
    const nearest = nearestWeight(
      ofFamily.map((face) => face.weight),
      weight,
    )
    const found = ofFamily.find((face) => face.weight === nearest)
    if (found === undefined) throw faceMissing(`${family}/${weight}`)
    return found
  }

  const makeStack = (role: string, weight: number): FaceStack => {
    const named = Object.hasOwn(roles, role) ? roles[role] : undefined
    if (named === undefined) {
      throw new BanxinError('role-missing', {
        what: { zh: '模板没有定义这个字体角色', en: 'The template does not define this font role' },
        where: role,
        mend: { zh: '请在模板的字体一栏补上', en: "Add it to the template's fonts" },
      })
    }
    return {
      han: pick(named.family, weight),
      latin: pick(named.latin ?? named.family, weight),
      fallbacks: (named.fallbacks ?? []).map((family) => pick(family, weight)),
    }
  }

  return {
    stack(role, weight) {
      const key = `${role}/${weight}`
      const known = stacks.get(key)
      if (known !== undefined) return known
      const made = makeStack(role, weight)
      stacks.set(key, made)
      return made
    },
    face(id) {
      const found = byId.get(id)
      if (found === undefined) throw faceMissing(id)
      return found
    },
  }
}
