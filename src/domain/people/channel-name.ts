/**
 * The ways to people, the one we prefer first. `wechatStandby` is a second account in the same groups; `hotline` a city
 * platform that signs what it sends; `mail` and `sms` only carry letters out.
 */
export const channelNames = [
  'wechat',
  'wechatStandby',
  'lark',
  'wecom',
  'hotline',
  'open311',
  'mail',
  'sms',
] as const
export type ChannelName = (typeof channelNames)[number]

/** Nobody speaks to us on the others: what they call an account may belong to several people. */
export const channelsThatHear: readonly ChannelName[] = channelNames.filter(
  (name) => name !== 'mail' && name !== 'sms',
)
