import { type Bilingual, BanxinError } from './message'

const RELOAD: Bilingual = {
  zh: '请重新打开这一期后再试',
  en: 'Open the issue again, then try once more',
}

/** A command that its document does not allow; `where` is the path of what it would change. */
export function commandError(
  code: string,
  where: string,
  what: Bilingual,
  mend: Bilingual = RELOAD,
): BanxinError {
  return new BanxinError(code, { what, where, mend })
}
