import { rootOf } from './envelopes.ts'
import type { Stored, World } from './world.ts'

/** What the platform shows of a card of JSON 2.0 to whoever asks for it by the API: not the card. */
const hiddenCard = JSON.stringify({
  title: null,
  elements: [[{ tag: 'text', text: '请升级至最新版本客户端，以查看内容' }]],
})

/** A message as endpoints answer it. */
export function wireMessage(message: Stored, world: World, upper?: string): object {
  const { parent, from } = message
  const shown = message.type === 'interactive' ? hiddenCard : message.content
  return {
    message_id: message.id,
    ...(parent !== null && { root_id: rootOf(parent, world), parent_id: parent }),
    ...(upper !== undefined && { upper_message_id: upper }),
    ...{ msg_type: message.type, create_time: String(message.at) },
    ...{ update_time: String(message.changedAt), deleted: message.recalled },
    ...{ updated: message.changes > 0, chat_id: message.chat },
    sender:
      from === null
        ? {
            ...{ id: world.app.id, id_type: 'app_id', sender_type: 'app' },
            tenant_key: world.app.tenantKey,
          }
        : {
            ...{ id: from, id_type: 'open_id', sender_type: 'user' },
            tenant_key: world.tenantOf(world.user(from)),
          },
    body: { content: message.recalled ? 'This message was recalled' : shown },
    ...(message.mentions.length > 0 && {
      mentions: message.mentions.map(({ key, id, name }) => ({
        ...{ key, id, id_type: 'open_id', name, tenant_key: world.app.tenantKey },
      })),
    }),
  }
}
