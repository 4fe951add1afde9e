import { z } from 'zod'
import { type Answer, good, refuse } from './answers.ts'
import { readContent } from './content.ts'
import type { Route } from './http.ts'
import { fivePerSecond, type Limits } from './limits.ts'
import { wireMessage } from './wire-message.ts'
import { type Chat, newId, type World } from './world.ts'

const dedupMs = 3_600_000
const said = z.object({
  msg_type: z.string(),
  content: z.string(),
  uuid: z.string().max(50).optional(),
})
const sent = said.extend({ receive_id: z.string() })

/** Sending and replying, each at most once per uuid and hour. */
export function sendRoutes(world: World, limits: Limits): Route[] {
  const uuids = world.shelves.shelf<{ readonly message: string; readonly at: number }>('uuids')

  const send = (what: z.infer<typeof said>, chat: Chat, parent: string | null): Answer => {
    const before = what.uuid === undefined ? undefined : uuids.get(what.uuid)
    if (before && world.now() - before.at < dedupMs) {
      return good(wireMessage(world.message(before.message), world))
    }
    const stopped = mayNot(chat)
    if (stopped) return stopped
    const content = readContent(what.msg_type, what.content, world)
    if ('status' in content) return content
    if (limits.take(`chat/${chat.id}`, fivePerSecond) > 0) return refuse(230020)
    const id = newId('om_')
    const at = world.now()
    world.stored.put(id, {
      ...{ id, chat: chat.id, from: null, type: what.msg_type, ...content, parent },
      ...{ forwards: [], changes: 0, recalled: false, urgent: [], at, changedAt: at },
    })
    if (what.uuid !== undefined) uuids.put(what.uuid, { message: id, at })
    return good(wireMessage(world.message(id), world))
  }
  /** Why the bot may not speak there. */
  const mayNot = (chat: Chat): Answer | undefined => {
    if (chat.disbanded || !chat.botIn) return refuse(230002)
    const person = chat.dmWith === null ? undefined : world.user(chat.dmWith)
    if (person?.gone) return refuse(230029)
    return person?.inScope === false ? refuse(230013) : undefined
  }
  const receiver = (type: string | null, id: string): Chat | Answer => {
    const strange = () => refuse(230001, 'invalid receive_id')
    if (type === 'chat_id') return world.chats.get(id) ?? strange()
    if (type === 'open_id') return world.users.get(id) ? world.privateChat(id) : strange()
    return refuse(99992402, `receive_id_type ${type} is not known here`)
  }
  return [
    {
      ...{ name: 'messages.create', method: 'POST', path: '/open-apis/im/v1/messages' },
      answer({ json, query }) {
        const read = sent.safeParse(json)
        if (!read.success) return refuse(99992402, faults(read.error))
        const chat = receiver(query.get('receive_id_type'), read.data.receive_id)
        return 'status' in chat ? chat : send(read.data, chat, null)
      },
    },
    {
      ...{ name: 'messages.reply', method: 'POST', path: '/open-apis/im/v1/messages/:id/reply' },
      answer({ json, params: { id = '' } }) {
        const read = said.safeParse(json)
        if (!read.success) return refuse(99992402, faults(read.error))
        const parent = world.stored.get(id)
        if (!parent) return refuse(230001, 'invalid message_id')
        return parent.recalled ? refuse(230011) : send(read.data, world.chat(parent.chat), id)
      },
    },
  ]
}

const faults = ({ issues }: z.ZodError) => issues.map(({ path }) => path.join('.')).join(', ')
