import { z } from 'zod'
import { good, refuse } from './answers.ts'
import type { Route } from './http.ts'
import { paged } from './paged.ts'
import { type Chat, idsOf, type World } from './world.ts'

/** Chats and who is in them; people by id, phone or mail. */
export function peopleRoutes(world: World): Route[] {
  const summary = ({ id, name, external, disbanded }: Chat) => ({
    ...{ chat_id: id, name, external, avatar: '', description: '', owner_id_type: 'open_id' },
    ...{ tenant_key: world.app.tenantKey, chat_status: disbanded ? 'dissolved' : 'normal' },
  })
  const openIds = (query: URLSearchParams, name: string) =>
    [null, 'open_id'].includes(query.get(name)) ? undefined : refuse(99992402, name)
  return [
    {
      ...{ name: 'chats.get', method: 'GET', path: '/open-apis/im/v1/chats/:id' },
      answer({ params: { id = '' } }) {
        const chat = world.chats.get(id)
        if (!chat) return refuse(232006)
        if (!chat.botIn) return refuse(232011)
        return good({
          ...{ ...summary(chat), chat_mode: chat.dmWith === null ? 'group' : 'p2p' },
          ...{ user_count: String(chat.members.length), bot_count: '1' },
        })
      },
    },
    {
      ...{ name: 'chats.list', method: 'GET', path: '/open-apis/im/v1/chats' },
      answer: ({ query }) => {
        const groups = world.chats.all().filter((one) => one.dmWith === null && one.botIn)
        return paged(groups.filter((one) => !one.disbanded).map(summary), query, 100)
      },
    },
    {
      ...{ name: 'chats.members', method: 'GET', path: '/open-apis/im/v1/chats/:id/members' },
      answer({ params: { id = '' }, query }) {
        const chat = world.chats.get(id)
        if (!chat) return refuse(232006)
        if (!chat.botIn) return refuse(232011)
        const people = chat.members.map((member) => {
          const person = world.user(member)
          const tenant_key = world.tenantOf(person)
          return { member_id_type: 'open_id', member_id: member, name: person.name, tenant_key }
        })
        const stopped = openIds(query, 'member_id_type')
        return stopped ?? paged(people, query, 100, { member_total: people.length })
      },
    },
    {
      ...{ name: 'users.get', method: 'GET', path: '/open-apis/contact/v3/users/:id' },
      answer({ params: { id = '' }, query }) {
        const person = world.users.get(id)
        const hidden = !person || person.gone || person.inScope === false
        if (hidden || world.tenantOf(person) !== world.app.tenantKey) return refuse(41050)
        const { name, mobile = '', email = '' } = person
        return (
          openIds(query, 'user_id_type') ?? good({ user: { ...idsOf(id), name, mobile, email } })
        )
      },
    },
    {
      ...{ name: 'users.batchGetId', method: 'POST' },
      path: '/open-apis/contact/v3/users/batch_get_id',
      answer({ json, query }) {
        const list = z.array(z.string()).max(50).optional()
        const read = z.object({ mobiles: list, emails: list }).safeParse(json)
        if (!read.success) return refuse(99992402, 'mobiles, emails')
        const { mobiles = [], emails = [] } = read.data
        const staff = world.users
          .all()
          .filter(({ gone, tenantKey }) => !gone && tenantKey === undefined)
        const found = (by: 'mobile' | 'email', value: string) => {
          const person = staff.find((one) => one[by] === value)
          return person ? { [by]: value, user_id: person.openId } : { [by]: value }
        }
        const user_list = [
          ...mobiles.map((one) => found('mobile', one)),
          ...emails.map((one) => found('email', one)),
        ]
        return openIds(query, 'user_id_type') ?? good({ user_list })
      },
    },
  ]
}
