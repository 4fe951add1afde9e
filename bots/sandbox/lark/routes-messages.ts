import { z } from 'zod'
import { type Answer, good, refuse } from './answers.ts'
import { readContent } from './content.ts'
import type { Asked, Route } from './http.ts'
import { fivePerSecond, type Limits } from './limits.ts'
import { paged } from './paged.ts'
import { wireMessage } from './wire-message.ts'
import type { Stored, World } from './world.ts'

const path = '/open-apis/im/v1/messages/:id'
export const cardLifeMs = 14 * 86_400_000
const mostEdits = 20

/** What can be done to a message that is there, and looking at messages. */
export function messageRoutes(world: World, limits: Limits): Route[] {
  /** A message of ours that was not recalled. */
  const ours = ({ params: { id = '' } }: Asked): Stored | Answer => {
    const found = world.stored.get(id)
    if (!found) return refuse(230001, 'invalid message_id')
    if (found.from !== null) return refuse(230071)
    if (found.recalled) return refuse(230011)
    return world.chat(found.chat).botIn ? found : refuse(230002)
  }
  const change = (message: Stored, type: string, content: string): Answer => {
    const read = readContent(type, content, world)
    if ('status' in read) return read
    if (limits.take(`message/${message.id}`, fivePerSecond) > 0) return refuse(230020)
    world.change(message.id, {
      ...read,
      type,
      changes: message.changes + 1,
      changedAt: world.now(),
    })
    return good({})
  }
  return [
    {
      ...{ name: 'messages.patch', method: 'PATCH', path },
      answer(asked) {
        const message = ours(asked)
        if ('status' in message) return message
        const read = z.object({ content: z.string() }).safeParse(asked.json)
        if (!read.success) return refuse(99992402, 'content')
        if (message.type !== 'interactive') return refuse(230001, 'not a card')
        if (world.now() - message.at > cardLifeMs) return refuse(230031)
        return change(message, 'interactive', read.data.content)
      },
    },
    {
      ...{ name: 'messages.update', method: 'PUT', path },
      answer(asked) {
        const message = ours(asked)
        if ('status' in message) return message
        const shape = z.object({ msg_type: z.enum(['text', 'post']), content: z.string() })
        const read = shape.safeParse(asked.json)
        if (!read.success) return refuse(99992402, 'msg_type, content')
        if (message.type === 'interactive') return refuse(230001, 'a card')
        if (message.changes >= mostEdits) return refuse(230072)
        return change(message, read.data.msg_type, read.data.content)
      },
    },
    {
      ...{ name: 'messages.delete', method: 'DELETE', path },
      answer(asked) {
        const message = ours(asked)
        if ('status' in message) return message
        world.change(message.id, { recalled: true })
        return good({})
      },
    },
    {
      ...{ name: 'messages.get', method: 'GET', path },
      answer({ params: { id = '' } }) {
        const message = world.stored.get(id)
        if (!message) return refuse(230001, 'invalid message_id')
        if (!world.chat(message.chat).botIn) return refuse(230002)
        const inner = message.forwards.map((one) => wireMessage(world.message(one), world, id))
        return good({ items: [wireMessage(message, world), ...inner] })
      },
    },
    {
      ...{ name: 'messages.list', method: 'GET', path: '/open-apis/im/v1/messages' },
      answer({ query }) {
        if (query.get('container_id_type') !== 'chat') return refuse(99992402, 'container_id_type')
        const chat = world.chats.get(query.get('container_id') ?? '')
        if (!chat) return refuse(230001, 'invalid container_id')
        if (!chat.botIn) return refuse(230002)
        const from = Number(query.get('start_time') ?? 0) * 1_000
        const until = Number(query.get('end_time') ?? Number.MAX_SAFE_INTEGER) * 1_000
        const found = world.stored
          .all()
          .filter((one) => one.chat === chat.id && one.at >= from && one.at < until + 1_000)
        if (query.get('sort_type') === 'ByCreateTimeDesc') found.reverse()
        const shown = found.map((one) => wireMessage(one, world))
        return paged(shown, query, 50)
      },
    },
    {
      ...{ name: 'messages.urgent', method: 'PATCH', path: `${path}/urgent_app` },
      answer(asked) {
        const message = ours(asked)
        if ('status' in message) return message
        const shape = z.object({ user_id_list: z.array(z.string()).min(1).max(200) })
        const read = shape.safeParse(asked.json)
        const type = asked.query.get('user_id_type')
        if (!read.success || type !== 'open_id')
          return refuse(99992402, 'user_id_type, user_id_list')
        const { members } = world.chat(message.chat)
        const there = read.data.user_id_list.filter((id) => members.includes(id))
        world.change(message.id, { urgent: [...new Set([...message.urgent, ...there])] })
        const invalid = read.data.user_id_list.filter((id) => !members.includes(id))
        return good({ invalid_user_id_list: invalid })
      },
    },
  ]
}
