/** What a sentence that a street words itself may and must hold. */
interface TextRule {
  /** Placeholders, in braces, as streets write them. */
  readonly may: readonly string[]
  readonly must: readonly string[]
  /** Replies that it must name: without them readers would not know their way on. */
  readonly names: readonly string[]
  /** In characters. */
  readonly atMost: number
}

const none = { may: [], must: [], names: [], atMost: 150 } as const
const about = { ...none, may: ['诉求'], must: ['诉求'] } as const

/**
 * The sentences that a street may word itself (`texts.csv`): those of a kind of notice by its name, and two that follow others.
 * Commands, limits, refusals and dangers are not among them: what is wrong there does harm.
 */
export const ownTexts = {
  welcome: none,
  rules: {
    ...{ may: ['街道', '闲聊', '诉求'], must: ['街道', '闲聊', '诉求'] },
    ...{ names: ['我的信息', '删除我的信息', '保密'], atMost: 300 },
  },
  help: none,
  registered: {
    ...{ may: ['诉求', '承办', '时限', '代报'], must: ['诉求', '时限'] },
    ...{ names: ['撤回'], atMost: 150 },
  },
  groupRegistered: { ...about, may: ['诉求', '承办', '时限'], must: ['诉求', '时限'], atMost: 80 },
  placeAsked: { ...none, may: ['编号', '类别'], must: ['编号'] },
  groupPlaceAsked: { ...about, atMost: 80 },
  resolved: { ...none, names: ['没解决'] },
  ratingReminded: about,
  rated: { ...none, may: ['编号'], must: ['编号'], names: ['没解决'] },
  closedUnrated: { ...about, names: ['没解决'] },
  reopened: { ...about, may: ['诉求', '承办', '时限'], must: ['诉求', '时限'] },
  urged: { ...about, may: ['诉求', '承办'] },
  withdrawn: { ...none, may: ['编号'], must: ['编号'] },
  notRegistered: none,
  handedOver: none,
  privateWanted: { ...none, names: ['进度'] },
  groupPrivately: { ...none, atMost: 80 },
  quiet: none,
  footer: none,
} as const satisfies Readonly<Record<string, TextRule>>

export type TextKey = keyof typeof ownTexts
export const textKeys = Object.keys(ownTexts) as readonly TextKey[]
export const isTextKey = (text: string): text is TextKey => Object.hasOwn(ownTexts, text)
/** What may stand in braces in a sentence. */
export type Placeholder<Key extends TextKey> = (typeof ownTexts)[Key]['may'][number]

/** What a street says of its own at a notice; kept with it, so that said again it says the same. */
export interface OwnWords {
  /** Instead of ours. */
  readonly text?: string
  /** Behind it, a line each. */
  readonly after?: readonly string[]
}
