import { masked } from '../../src/domain/intake/mask.ts'
import { isTextKey, ownTexts } from '../../src/domain/notices/own-texts.ts'
import type { StreetFault } from '../../src/domain/street/street-fault.ts'
import { evenLines } from './check-links.ts'
import type { Table } from './read-table.ts'

/** Sentences of the street's own that lack what readers need, or say what nobody may be told this way. */
export const checkTexts = (texts: Table): StreetFault[] =>
  evenLines(texts).flatMap(({ line, cells: { key = '', text = '' } }) =>
    isTextKey(key)
      ? faultsIn(key, text).map((message) => ({ file: texts.file, line, column: 'text', message }))
      : [],
  )

function faultsIn(key: keyof typeof ownTexts, text: string): string[] {
  const { may, must, names, atMost }: Rule = ownTexts[key]
  const used = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? '')
  const unknown = used.filter((name) => !may.includes(name))
  const open = text.replace(/\{[^{}]*\}/g, '')
  const length = [...text].length
  return [
    ...unknown.map((name) => `没有“{${name}}”可以填，${placeholders(may)}`),
    ...(/[{}｛｝]/.test(open) ? [`花括号没有成对，或用了全角的，${placeholders(may)}`] : []),
    ...must.filter((name) => !used.includes(name)).map((name) => `必须写 {${name}}`),
    ...names
      .filter((word) => !text.includes(word))
      .map((word) => `要写明可以回“${word}”，不然居民不知道怎么办`),
    ...(length > atMost ? [`有 ${length} 字，最多 ${atMost} 字`] : []),
    ...forbidden.flatMap(({ holds, says }) => (holds(text, key) ? [says] : [])),
  ]
}

interface Rule {
  readonly may: readonly string[]
  readonly must: readonly string[]
  readonly names: readonly string[]
  readonly atMost: number
}

const placeholders = (may: readonly string[]) =>
  may.length > 0 ? `只能是：${may.map((name) => `{${name}}`).join('、')}` : '这一句没有可以填的'

/** An office's landline may stand under a private message; a mobile is somebody's own. */
const forbidden: readonly {
  readonly holds: (text: string, key: string) => boolean
  readonly says: string
}[] = [
  {
    holds: (text, key) => {
      const hidden = masked(text)
      return key === 'footer'
        ? /\[(身份证号|卡号|车牌)\]/.test(hidden) || /1[3-9]\d[ -]?\d{4}[ -]?\d{4}/.test(text)
        : hidden !== text
    },
    says: '不能写电话、证件号、卡号或车牌（办公室的座机可以写在“落款”里）',
  },
  {
    holds: (text) => /https?:|www\.|[a-z\d-]+\.(com|cn|net|org|top|xyz|cc|vip)\b/i.test(text),
    says: '不能写链接：居民分不清真假',
  },
  { holds: (text) => /@所有人|@all/i.test(text), says: '不能写 @所有人' },
]
