import { type Bilingual, BanxinError } from '../../engine/document/message'

const RELOAD: Bilingual = { zh: '请刷新写字台后再试', en: 'Reload the desk, then try once more' }
const SAVE_ELSEWHERE: Bilingual = {
  zh: '可以另存为别的文件后再改',
  en: 'Save it under another name to change it',
}

/** What can stand in the way of a desk, by the code of its error, and what it may be told of. */
const FAULTS = {
  'document-unknown': {
    what: { zh: '这一期没有打开', en: 'The issue is not open' },
    mend: { zh: '请重新打开它', en: 'Open it again' },
  },
  'file-unknown': {
    what: { zh: '不认识这个文件', en: 'The file is not known' },
    mend: { zh: '请重新选择文件', en: 'Choose the file again' },
  },
  'folder-unknown': {
    what: { zh: '不认识这个文件夹', en: 'The folder is not known' },
    mend: { zh: '请重新选择文件夹', en: 'Choose the folder again' },
  },
  'name-unsuitable': {
    what: { zh: '文件名不能用', en: 'The file name cannot be used' },
    mend: {
      zh: '请勿使用 / \\ : * ? " < > | 和控制字符，也不要以点开头或以点、空格结尾',
      en: 'Leave out / \\ : * ? " < > | and control characters; begin with no dot, end with no dot or space',
    },
  },
  'file-outside': {
    what: {
      zh: '这是一个链接，指向可选的文件夹以外',
      en: 'This is a link that leads out of the folders to choose from',
    },
    mend: { zh: '请另选文件名', en: 'Choose another name' },
  },
  'revision-stale': {
    what: { zh: '这一期刚在别处改动过', en: 'The issue was changed elsewhere in the meantime' },
    mend: { zh: '请先取得最新内容再改', en: 'Fetch its latest state first' },
  },
  'document-locked': {
    what: {
      zh: '这一期正在另一张写字台上编辑，这里只能阅读',
      en: 'The issue is being edited at another desk; here it can only be read',
    },
    mend: {
      zh: '请先在那边关闭；确知没有人在编辑时，也可以强行接手',
      en: 'Close it there; if nobody edits it for certain, take it over',
    },
  },
  'lock-lost': {
    what: {
      zh: '另一张写字台接手了这一期，这里不再写入文件',
      en: 'Another desk took the issue over; this one no longer writes its file',
    },
    mend: SAVE_ELSEWHERE,
  },
  'document-open-elsewhere': {
    what: { zh: '要写入的文件正打开着', en: 'The file to be written is open' },
    mend: { zh: '请先关闭它，或另选文件名', en: 'Close it first, or choose another name' },
  },
  'document-unsaved': {
    what: { zh: '这一期还有没保存的改动', en: 'The issue has changes that are not saved' },
    mend: { zh: '请先保存，或确认放弃', en: 'Save them first, or say that they may go' },
  },
  'document-unnamed': {
    what: { zh: '这一期还没有文件', en: 'The issue has no file yet' },
    mend: { zh: '请用“另存为”选择文件', en: 'Choose one with “Save as”' },
  },
  'too-many-documents': {
    what: { zh: '打开的期数太多', en: 'Too many issues are open' },
    mend: { zh: '请先关闭一些', en: 'Close some of them first' },
  },
  'file-changed': {
    what: {
      zh: '文件已被别的程序改动，还没有保存',
      en: 'Another program changed the file; nothing was saved',
    },
    mend: {
      zh: '请另存为别的文件，或确认覆盖',
      en: 'Save under another name, or say that it may be overwritten',
    },
  },
  'asset-unknown': {
    what: { zh: '图片还没有交给写字台', en: 'The picture has not been handed in' },
    mend: { zh: '请重新加入这张图片', en: 'Add the picture again' },
  },
  'sample-missing': {
    what: { zh: '没有这个样例', en: 'There is no such sample' },
    mend: { zh: '请换一个样例', en: 'Choose another one' },
  },
  'dialog-absent': {
    what: { zh: '这台主机没有文件对话框', en: 'This host has no file dialogs' },
    mend: { zh: '请在写字台的文件夹列表里选', en: 'Choose from the folders that the desk lists' },
  },
  'window-absent': {
    what: { zh: '写字台不在自己的窗口里', en: 'The desk has no window of its own' },
    mend: RELOAD,
  },
  'document-elsewhere': {
    what: { zh: '这一期已在另一个窗口打开', en: 'The issue is open in another window' },
    mend: { zh: '已转到那个窗口', en: 'That window has been brought to the front' },
  },
  'reveal-failed': {
    what: { zh: '无法在文件夹中显示文件', en: 'The file cannot be shown in its folder' },
    mend: { zh: '请自行打开文件夹', en: 'Open the folder yourself' },
  },
  'job-unknown': {
    what: { zh: '没有这项输出', en: 'There is no such export' },
    mend: RELOAD,
  },
  'export-busy': {
    what: { zh: '同时进行的输出太多', en: 'Too many exports are under way' },
    mend: { zh: '请等其中一项完成', en: 'Wait for one of them to end' },
  },
  'export-target-busy': {
    what: {
      zh: '另一项输出正在写这个文件',
      en: 'Another export is writing this file',
    },
    mend: { zh: '请等它完成，或另选文件名', en: 'Wait for it to end, or choose another name' },
  },
  'work-recovered': {
    what: {
      zh: '上次没来得及保存的改动已找回',
      en: 'Changes that were not saved last time are back',
    },
    mend: { zh: '请检查后保存', en: 'Look at them, then save' },
  },
  'work-kept-apart': {
    what: {
      zh: '文件在别处换过版本；这里没保存的改动已另存为一份草稿',
      en: 'The file was replaced elsewhere; the changes not saved here are kept as a draft',
    },
    mend: {
      zh: '请打开草稿，把需要的内容并过来',
      en: 'Open the draft and take over what is needed',
    },
  },
  'journal-damaged': {
    what: {
      zh: '改动日志有损坏，损坏处之后的改动没能找回',
      en: 'The journal is damaged; the changes after that place could not be brought back',
    },
    mend: { zh: '请检查这一期最后的改动', en: 'Look at the last changes of the issue' },
  },
} as const satisfies Record<string, { readonly what: Bilingual; readonly mend: Bilingual }>

/** The codes of what can stand in the way of a desk. */
export type DeskFault = keyof typeof FAULTS

/** The error of a code; `where` is a name that a person knows, never a path. */
export function deskError(fault: DeskFault, where = ''): BanxinError {
  return new BanxinError(fault, { ...FAULTS[fault], where })
}
