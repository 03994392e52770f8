import type { Issue } from '../engine/document/issue'
import { parseTemplate } from '../engine/document/template'
import { requiredFaces } from '../engine/layout/required-faces'
import { type FaceFile, locateFace } from '../host/font-catalogue'
import { listTemplates, readTemplate } from '../host/templates'

/** An issue with a strong word, which wants the most faces of its template. */
const FULL = {
  records: {
    stories: {
      story: { body: { type: 'doc', content: [{ type: 'text', marks: [{ type: 'strong' }] }] } },
    },
  },
} as unknown as Issue
/** Of the same template without one. */
const PLAIN = { records: { stories: {} } } as unknown as Issue

/** The files of all bundled faces that an issue of a bundled template can be set with. */
export async function usedFaces(): Promise<readonly FaceFile[]> {
  const files = new Map<string, FaceFile>()
  for (const name of await listTemplates()) {
    const template = parseTemplate(await readTemplate(name))
    for (const issue of [FULL, PLAIN]) {
      for (const { family, weight } of requiredFaces(issue, template)) {
        const file = locateFace(family, weight)
        if (file !== undefined) files.set(file.path, file)
      }
    }
  }
  return [...files.values()]
}
