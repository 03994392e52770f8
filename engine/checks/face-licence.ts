import type { Finding } from '../document/message'
import type { Face } from '../fonts/face'
import type { ComposedPage } from '../layout/page'
import { facesOnPages } from './faces-on-pages'

/** Faces on the pages whose makers do not let them be embedded (OpenType `OS/2.fsType`). */
export function checkFaces(
  faces: readonly Face[],
  pages: readonly ComposedPage[],
): readonly Finding[] {
  return facesOnPages(faces, pages)
    .filter(({ mayEmbed }) => !mayEmbed)
    .map(({ id }) => ({
      code: 'face-restricted',
      severity: 'warning',
      explanation: {
        what: {
          zh: '字体的授权标记不允许嵌入 PDF',
          en: 'The font is marked as one that may not be embedded in a PDF',
        },
        where: id,
        mend: {
          zh: '请向字体厂商取得授权，或在模板中改用别的字体',
          en: 'Obtain a licence from its maker, or use another font in the template',
        },
      },
    }))
}
