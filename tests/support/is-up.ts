import type { ChannelHealth } from '../../src/flows/ports/channels.ts'

export const isUp = (): ChannelHealth => ({
  state: 'up',
  since: new Date(0),
  lastHeard: null,
  toDo: null,
})
