import { idsOf, type Mention, newId, type Stored, type World } from './world.ts'

/** An event as it goes over the wire, in version 2. */
export interface Envelope {
  readonly schema: '2.0'
  readonly header: {
    readonly event_id: string
    readonly event_type: string
    readonly create_time: string
    readonly token: string
    readonly app_id: string
    readonly tenant_key: string
  }
  readonly event: object
}

export function envelopeOf(type: string, event: object, world: World): Envelope {
  const { app } = world
  return {
    schema: '2.0',
    header: {
      ...{ event_id: newId(''), event_type: type, create_time: String(world.now()) },
      ...{ token: app.verificationToken, app_id: app.id, tenant_key: app.tenantKey },
    },
    event,
  }
}

/** `im.message.receive_v1` */
export function receivedEvent(message: Stored, world: World): object {
  const chat = world.chat(message.chat)
  const sender = world.user(message.from ?? '')
  const { parent } = message
  return {
    sender: {
      ...{ sender_id: idsOf(sender.openId), sender_type: 'user' },
      tenant_key: world.tenantOf(sender),
    },
    message: {
      message_id: message.id,
      ...(parent !== null && { root_id: rootOf(parent, world), parent_id: parent }),
      ...{ create_time: String(message.at), update_time: String(message.at) },
      ...{ chat_id: chat.id, chat_type: chat.dmWith === null ? 'group' : 'p2p' },
      ...{ message_type: message.type, content: message.content },
      ...(message.mentions.length > 0 && {
        mentions: message.mentions.map((one) => mentionEvent(one, world)),
      }),
    },
  }
}

/** `im.message.message_read_v1` */
export const readEvent = (person: string, messages: readonly string[], world: World): object => ({
  reader: {
    ...{ reader_id: idsOf(person), read_time: String(world.now()) },
    tenant_key: world.tenantOf(world.user(person)),
  },
  message_id_list: messages,
})

const mentionEvent = ({ key, id, name }: Mention, world: World) => ({
  ...{ key, id: idsOf(id), name, mentioned_type: id === world.app.bot ? 'bot' : 'user' },
  tenant_key: world.users.get(id)?.tenantKey ?? world.app.tenantKey,
})

/** The message at which a chain of replies began. */
export function rootOf(id: string, world: World): string {
  const { parent } = world.message(id)
  return parent === null ? id : rootOf(parent, world)
}

/** What all events about a group have. */
export function groupEvent(chatId: string, by: string, world: World): object {
  const { name, external } = world.chat(chatId)
  return {
    ...{ chat_id: chatId, operator_id: idsOf(by), external },
    ...{ operator_tenant_key: world.app.tenantKey, name },
  }
}
