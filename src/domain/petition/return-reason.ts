/** Why a dispatch is objected to (派单异议), the most frequent first. */
export const returnReasons = [
  'notOurArea',
  'notOurDuty',
  'placeUnclear',
  'duplicate',
  'other',
] as const
export type ReturnReason = (typeof returnReasons)[number]

const signs: readonly (readonly [ReturnReason, RegExp])[] = [
  ['duplicate', /重复|报过了|同一件/],
  [
    'placeUnclear',
    /(?:地[点址]|位置|信息)[^,，。]{0,6}(?:不[详清明对]|有误|错)|找不到(?:地方|人|这)|查无/,
  ],
  ['notOurArea', /(?:不(?:是|归|属于?|在)|非)[^,，。]{0,6}(?:网格|辖区|片区?|地界|小区|社区)|跨区/],
  [
    'notOurDuty',
    /(?:不(?:是|归|属于?|该|在)|非)[^,，。]{0,8}(?:管|职责|职能|业务|的事|的活|负责|范围|权限)|不归|派错|没有?(?:执法)?权/,
  ],
]

/** The reason that a sentence gives; `other` where it gives none of the usual ones. */
export const returnReasonIn = (words: string): ReturnReason =>
  signs.find(([, sign]) => sign.test(words))?.[0] ?? 'other'
