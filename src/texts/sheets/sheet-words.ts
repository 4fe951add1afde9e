import { type SheetName, separator } from '../../domain/street/sheets/sheet.ts'
import {
  dayKindWords,
  lookWords,
  matterWords,
  placeKindWords,
  scopeWords,
  staffRoleWords,
  unitKindWords,
  type Words,
  yesNoWords,
} from './code-words.ts'
import {
  aliases,
  assist,
  lead,
  many,
  outlineNote,
  person,
  type SheetWords,
  unit,
} from './column-words.ts'
import { mannerSheet, policySheet } from './policy-sheet-words.ts'
import { textSheet } from './text-sheet-words.ts'

/** How the tables of a street and their columns are called, and what to write there. */
export const sheetWords: Readonly<Record<SheetName, SheetWords>> = {
  units: {
    title: '组织架构',
    about: '街道、社区、村、网格和户长组，一层归一层。',
    columns: {
      code: { title: '编码', note: '全街道唯一，如 QS-XF-01', required: true },
      parent: { title: '上级', note: '上级的编码；街道空着', refers: 'units' },
      kind: { title: '层级', note: '', required: true, words: unitKindWords },
      name: { title: '名称', note: '', required: true },
      aliases,
    },
  },
  places: {
    title: '网格与地点',
    about: '哪个小区、哪条路、哪几栋归哪个网格。',
    columns: {
      grid: { title: '网格', note: '网格的编码', required: true, refers: 'units' },
      kind: { title: '类型', note: '', required: true, words: placeKindWords },
      name: { title: '地点', note: '小区、道路或标志点的名称', required: true },
      aliases,
      range: {
        title: '范围',
        note: '楼栋或门牌：1-4、A1-A6,B1-B4、三组,四组；空着是整个地点',
      },
      suffix: { title: '叫法', note: '数字后面跟什么：栋、号楼、号、组' },
      units: { title: '单元数', note: '可空' },
      floors: { title: '层数', note: '可空' },
    },
  },
  shapes: {
    title: '网格地图',
    about: '各网格的边界，画在统计页和大屏上；没有边界的网格按方块排列。',
    columns: {
      unit: { ...unit, title: '网格', required: true },
      outline: { title: '边界', note: outlineNote, required: true, long: true },
    },
  },
  departments: {
    title: '部门与单位',
    about: '站办所、物业公司和公用企业：可以派单的单位。',
    columns: {
      code: { title: '编码', note: '唯一，如 CG', required: true },
      name: { title: '名称', note: '', required: true },
      aliases,
      scope: {
        title: '服务范围',
        note: '全街道，或 小区:小区名（这个小区的物业）',
        required: true,
        words: scopeWords,
        open: true,
      },
      kind: { title: '性质', note: '如 行政部门、物业公司', required: true },
    },
  },
  staff: {
    title: '人员与岗位',
    about: '谁在什么岗位，用哪个账号。',
    columns: {
      id: { title: '编号', note: '唯一，如 S001，定了不要改，也不要转给接替的人', required: true },
      name: { title: '姓名', note: '改了，此人登录的设备都会退出', required: true },
      role: { title: '岗位', note: '', required: true, words: staffRoleWords },
      unit: { ...unit, required: true },
      department: { title: '部门', note: '承办人必填，部门的编码', refers: 'departments' },
      wechat_id: { title: '微信账号', note: '可空，本人用绑定码绑定；绑定码找系统管理员领' },
      lark_id: { title: '飞书账号', note: '可空' },
      phone: { title: '手机', note: '可空；Excel 里设为文本' },
    },
  },
  absences: {
    title: '请假与代办',
    about: '谁从哪天到哪天不在，工作交给谁。本人私信小助手说的请假另列在下面。',
    columns: {
      person: { ...person, required: true },
      from: { title: '从', note: '日期，如 2026-10-01', required: true, date: true },
      until: { title: '到', note: '含这一天', required: true, date: true },
      deputy: { title: '代办人', note: '可空：由同岗位的人或上一级接手', refers: 'staff' },
    },
  },
  duty: {
    title: '值班表',
    about: '哪天、每周几由谁带班；写了日期的那天以日期为准。',
    columns: {
      on: { title: '哪天', note: '日期，或 周一 到 周日', required: true },
      unit: { ...unit, title: '哪里', required: true },
      person: { ...person, title: '带班人', required: true },
    },
  },
  heads: {
    title: '户长',
    about: '哪些户归哪位户长，任期到哪天，谁确认的。',
    columns: {
      person: { title: '户长', note: '人员编号；邻居可自取一个编号', required: true },
      name: { title: '姓名', note: '不在“人员与岗位”里的邻居要写' },
      account: { title: '微信账号', note: '邻居的；可空，用绑定码绑定' },
      unit: { ...unit, required: true },
      place: { title: '地点', note: '见“网格与地点”', required: true, refers: 'places' },
      range: { title: '楼栋', note: '空着是整个地点' },
      entrances: { title: '单元', note: `空着是全部；${many}` },
      rooms: { title: '房号', note: '如 101-602；空着是全部' },
      from: { title: '从', note: '任期开始', required: true, date: true },
      until: { title: '到', note: '空着是没有定期', date: true },
      confirmed_by: { ...unit, title: '确认单位', note: '社区或村', required: true },
    },
  },
  rooms: {
    title: '群与单位',
    about: '每个群归哪个单位，没说小区时默认是哪里。',
    columns: {
      id: { title: '群编号', note: '唯一', required: true },
      topic: { title: '群名', note: '', required: true },
      unit: { ...unit, note: '可空' },
      default_place: { title: '默认地点', note: '可空', refers: 'places' },
    },
  },
  categories: {
    title: '诉求类别',
    about: '两级类别，各由谁主办、按哪种时限、是否保密。',
    columns: {
      code: { title: '编码', note: '四位数字，如 0101；Excel 里设为文本', required: true },
      level1: { title: '大类', note: '', required: true },
      level2: { title: '小类', note: '', required: true },
      kind: { title: '性质', note: '', required: true, words: matterWords },
      lead_handler: { ...lead, required: true },
      deadline_policy: {
        title: '时限',
        note: '“办理时限”里的名称',
        required: true,
        refers: 'policies',
      },
      confidential: { title: '保密', note: '保密的不在群里说', required: true, words: yesNoWords },
      assist_handlers: assist,
      counted_only: {
        title: '公开页只计数',
        note: '失窃、被骗、看病这类，写“是”：公开页只计数，不逐件列出',
        words: yesNoWords,
      },
    },
  },
  catalogue: {
    title: '派单目录',
    about: '某个类别在某个社区、网格另由谁办；没有写的按“诉求类别”。',
    columns: {
      category: { title: '类别', note: '四位编码', required: true, refers: 'categories' },
      unit: { ...unit, title: '在哪里', required: true },
      hours: { title: '时段', note: '可空；每天这段时间才这样，如 22:00-06:00' },
      lead_handler: { ...lead, required: true },
      assist_handlers: assist,
      source: { title: '依据', note: '哪份文件，或采纳了哪条建议', required: true },
    },
  },
  knowledge: {
    title: '答复条目',
    about: '居民常问的，小助手直接这样答，并说明出处。',
    columns: {
      id: { title: '编号', note: '唯一，如 K01', required: true },
      questions: {
        title: '问法',
        note: `同一个问题的几种问法；${many}`,
        required: true,
        long: true,
      },
      answer: { title: '答复', note: '不超过200字', required: true, long: true },
      source: { title: '出处', note: '哪个文件、窗口或网页', required: true },
      categories: { title: '类别', note: `可空；四位编码，${many}` },
      units: { title: '适用', note: `空着是全街道；单位编码，${many}` },
      valid_until: { title: '有效到', note: '空着是一直有效', date: true },
    },
  },
  texts: textSheet,
  policies: policySheet,
  manners: mannerSheet,
  calendar: {
    title: '节假日',
    about: '国务院公布的放假和调休。没有写的年份，截止日期标为暂定。',
    columns: {
      day: { title: '日期', note: '如 2026-10-01', required: true, date: true },
      kind: { title: '安排', note: '', required: true, words: dayKindWords },
    },
  },
}

/** Codes that stand inside cells of several words. */
const innerWords: Readonly<Record<string, Words>> = {
  escalate: staffRoleWords,
  value: staffRoleWords,
  follow_up: lookWords,
}

/** A cell as people read it: `yes` as 是, `0m community_manager` as 0m 社区书记. */
export const inWords = (sheet: SheetName, column: string, cell: string): string =>
  exchanged(sheet, column, cell, (words) => words)

/** What people wrote as the code that is kept; what is no word of ours stays as it is. */
export const inCodes = (sheet: SheetName, column: string, cell: string): string =>
  exchanged(sheet, column, cell, turned)

function exchanged(
  sheet: SheetName,
  column: string,
  cell: string,
  way: (words: Words) => Words,
): string {
  const words = way(sheetWords[sheet].columns[column]?.words ?? {})
  const whole = wordFor(cell.trim(), words)
  if (whole !== undefined) return whole
  const inner = innerWords[column]
  return cell
    .split(separator)
    .map((part) => wordFor(part.trim(), words) ?? (inner ? lastWord(part, way(inner)) : part))
    .join(separator)
}

/** `1wd street_leader`: only what follows the first space is a code. */
const lastWord = (part: string, words: Words): string => {
  const [first = '', ...others] = part.trim().split(/\s+/)
  const word = wordFor(others.join(' '), words)
  return word === undefined ? part : `${first} ${word}`
}

const wordFor = (said: string, words: Words): string | undefined =>
  Object.hasOwn(words, said) ? words[said] : undefined

const turned = (words: Words): Words =>
  Object.fromEntries(Object.entries(words).map(([code, word]) => [word, code]))
