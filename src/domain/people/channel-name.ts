/**
 * The ways to people, the one we prefer first. `wechatStandby` is a second account in the same groups; `hotline` a city
 * platform that signs what it sends; `api` programs that register for others; `mail` and `sms` only carry letters out.
 */
export const channelNames = [
  'wechat',
  'wechatStandby',
  'lark',
  'wecom',
  'hotline',
  'open311',
  'api',
  'mail',
  'sms',
] as const
export type ChannelName = (typeof channelNames)[number]

/** Nobody talks there: each message is a request by itself, with its files (`id/1` of the message `id`). */
export const channelsOfRequests: readonly ChannelName[] = ['open311', 'api']

/** Whoever brings something there has decided that it is to be registered. */
export const channelsOfPetitions: readonly ChannelName[] = ['api']

/** Nobody speaks to us on the others: what they call an account may belong to several people. */
export const channelsThatHear: readonly ChannelName[] = channelNames.filter(
  (name) => name !== 'mail' && name !== 'sms',
)

/** They tell when somebody has read what was said to them alone. */
export const channelsThatTellOfReading: readonly ChannelName[] = ['lark']
