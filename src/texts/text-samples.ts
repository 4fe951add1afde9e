import { petitionId } from '../domain/ids.ts'
import type { Brief, Notice } from '../domain/notices/notice.ts'
import type { OwnWords, TextKey } from '../domain/notices/own-texts.ts'
import { retentionOf } from '../domain/rights/retention.ts'
import { say } from './say.ts'

const brief: Brief = {
  ...{ petition: petitionId('sample'), number: 1027, category: '楼道照明', place: '幸福里小区5栋' },
  ...{ summary: '楼道灯不亮', handler: '安居物业幸福里服务处' },
}
const dueAt = new Date('2026-03-04T18:00:00+08:00')
const registered = {
  ...{ kind: 'registered', brief, dueAt, provisional: false, onBehalfOf: null },
} as const satisfies Notice

/** For each sentence that a street may word itself a notice that says it. */
const samples: Readonly<Record<TextKey, Notice>> = {
  welcome: { kind: 'welcome' },
  rules: { kind: 'rules', street: '青石街道', keep: retentionOf({}) },
  help: { kind: 'help' },
  registered,
  groupRegistered: { kind: 'groupRegistered', brief, dueAt },
  placeAsked: { kind: 'placeAsked', brief },
  groupPlaceAsked: { kind: 'groupPlaceAsked', brief },
  resolved: { kind: 'resolved', brief, result: '灯已换好', photos: [] },
  ratingReminded: { kind: 'ratingReminded', brief },
  rated: { kind: 'rated', brief, solved: true },
  closedUnrated: { kind: 'closedUnrated', brief },
  reopened: { kind: 'reopened', brief, dueAt },
  urged: { kind: 'urged', brief },
  withdrawn: { kind: 'withdrawn', brief },
  notRegistered: { kind: 'notRegistered' },
  handedOver: { kind: 'handedOver' },
  privateWanted: { kind: 'privateWanted' },
  groupPrivately: { kind: 'groupPrivately' },
  quiet: registered,
  footer: registered,
}

/** How a sentence reads with made-up facts: the street's own, or ours where none is given. */
export const sampleOf = (key: TextKey, own?: string): string =>
  say({ ...samples[key], ...(own && { own: ownOf(key, own) }) })

const ownOf = (key: TextKey, own: string): OwnWords =>
  key === 'quiet' || key === 'footer' ? { after: [own] } : { text: own }
