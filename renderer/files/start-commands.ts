import { FilePlus2, FolderOpen, Languages } from '@lucide/vue'
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { command, type DeskCommand, NEW_SHORTCUTS } from '../desk/desk-commands'
import { setLanguage } from '../language/i18n'

/** What can be commanded where no issue is open. */
export function useStartCommands(acts: {
  readonly create: () => unknown
  readonly open: () => unknown
}): ComputedRef<readonly DeskCommand[]> {
  const { t, locale } = useI18n()
  return computed(() => [
    command('file', 'new', t('file.new'), FilePlus2, acts.create, { shortcuts: NEW_SHORTCUTS }),
    command('file', 'open', t('file.open'), FolderOpen, acts.open, { shortcuts: [{ key: 'o' }] }),
    command('view', 'language', t('bar.languageLabel'), Languages, () => {
      setLanguage(locale.value === 'zh' ? 'en' : 'zh')
    }),
  ])
}
