import { groupEvent, readEvent, receivedEvent } from './envelopes.ts'
import type { Events } from './events.ts'
import type { LarkUtterance } from './fake-lark-types.ts'
import { idsOf, type Mention, newId, type World } from './world.ts'

/** What people do, and which events the bot gets of it. */
export function openSpeech(world: World, events: Events) {
  /** The bot hears private chats, and of its groups what names it, or all with the scope for it. */
  const isHeard = (chat: string, mentions: readonly Mention[]) => {
    const { dmWith, botIn, disbanded } = world.chat(chat)
    if (dmWith !== null) return true
    return (
      botIn && !disbanded && (world.app.hearsAll || mentions.some(({ id }) => id === world.app.bot))
    )
  }
  const inChat = (person: string, chat: string) => {
    if (!world.chat(chat).members.includes(person)) throw new Error(`${person} is not in ${chat}`)
  }
  return {
    say(what: LarkUtterance): string {
      const person = world.user(what.from)
      const chat = what.room === null ? world.privateChat(person.openId) : world.chat(what.room)
      inChat(what.from, chat.id)
      const parent = what.quotes === undefined ? null : world.message(what.quotes).id
      const mentions = (what.mentions ?? []).map((id, i) => ({
        ...{ key: `@_user_${i + 1}`, id },
        name: id === world.app.bot ? world.app.botName : world.user(id).name,
      }))
      const { content, files } = contentOf(what, mentions, world)
      const at = world.now()
      const id = newId('om_')
      const message = {
        ...{
          id,
          chat: chat.id,
          from: what.from,
          type: what.type,
          content,
          mentions,
          files,
          parent,
        },
        ...{ forwards: what.forwards ?? [], changes: 0, recalled: false, urgent: [] },
        ...{ at, changedAt: at },
      }
      world.stored.put(id, message)
      if (isHeard(chat.id, mentions)) {
        events.emit('im.message.receive_v1', chat.id, receivedEvent(message, world))
      }
      return id
    },
    open(person: string) {
      const { id: chat } = world.privateChat(person)
      const unread = world.stored
        .all()
        .filter((one) => one.chat === chat && one.from === null && !one.recalled && !one.read)
      if (unread.length === 0) return
      for (const { id } of unread) world.change(id, { read: true })
      const ids = unread.map(({ id }) => id)
      events.emit('im.message.message_read_v1', chat, readEvent(person, ids, world))
    },
    recall(id: string) {
      const { recalled, chat, mentions, from } = world.message(id)
      if (recalled) return
      world.change(id, { recalled: true })
      if (from === null || !isHeard(chat, mentions)) return
      const recall = { recall_time: String(world.now()), recall_type: 'message_owner' }
      events.emit('im.message.recalled_v1', chat, { message_id: id, chat_id: chat, ...recall })
    },
    join(chat: string, person: string) {
      const { members, botIn } = world.chat(chat)
      if (person === world.app.bot) {
        world.changeChat(chat, { botIn: true })
        const by = members[0] ?? world.app.bot
        return events.emit('im.chat.member.bot.added_v1', chat, groupEvent(chat, by, world))
      }
      const { name, openId, ...rest } = world.user(person)
      if (members.includes(person)) return
      world.changeChat(chat, { members: [...members, person] })
      if (!botIn) return
      const tenant_key = world.tenantOf({ name, openId, ...rest })
      const users = [{ name, tenant_key, user_id: idsOf(openId) }]
      const by = members[0] ?? person
      events.emit('im.chat.member.user.added_v1', chat, { ...groupEvent(chat, by, world), users })
    },
    leave(chat: string, person: string) {
      const { members, botIn } = world.chat(chat)
      if (person === world.app.bot) {
        world.changeChat(chat, { botIn: false })
        const by = members[0] ?? world.app.bot
        return events.emit('im.chat.member.bot.deleted_v1', chat, groupEvent(chat, by, world))
      }
      inChat(person, chat)
      world.changeChat(chat, { members: members.filter((one) => one !== person) })
      if (!botIn) return
      const { name } = world.user(person)
      const users = [
        { name, tenant_key: world.tenantOf(world.user(person)), user_id: idsOf(person) },
      ]
      const event = { ...groupEvent(chat, person, world), users }
      events.emit('im.chat.member.user.withdrawn_v1', chat, event)
    },
    rename(chat: string, name: string) {
      const before = world.chat(chat)
      const by = before.members[0] ?? world.app.bot
      const { name: _, ...event } = { name: '', ...groupEvent(chat, by, world) }
      world.changeChat(chat, { name })
      if (!before.botIn) return
      const changes = { before_change: { name: before.name }, after_change: { name } }
      events.emit('im.chat.updated_v1', chat, { ...event, ...changes })
    },
    disband(chat: string) {
      const by = world.chat(chat).members[0] ?? world.app.bot
      world.changeChat(chat, { disbanded: true })
      events.emit('im.chat.disbanded_v1', chat, groupEvent(chat, by, world))
    },
    dismiss(person: string) {
      const { name } = world.user(person)
      world.users.put(person, { ...world.user(person), gone: true })
      events.emit('contact.user.deleted_v3', person, { object: { ...idsOf(person), name } })
    },
  }
}

/** The content of an utterance as it is on the wire, and the files in it. */
function contentOf(what: LarkUtterance, mentions: readonly Mention[], world: World) {
  const keep = (prefix: string) => {
    if (!what.file) throw new Error(`a ${what.type} needs a file`)
    const key = newId(prefix)
    world.shelves.keepFile(key, what.file)
    return key
  }
  const text = withKeys(what.text ?? '', mentions)
  const one = (content: object, ...files: string[]) => ({ content: JSON.stringify(content), files })
  if (what.content) return one(what.content)
  switch (what.type) {
    case 'text':
      return one({ text })
    case 'post': {
      const ats = mentions.map(({ key, name }) => ({ tag: 'at', user_id: key, user_name: name }))
      const words = { tag: 'text', text: what.text ?? '', style: [] }
      if (!what.file) return one({ title: '', content: [[...ats, words]] })
      const image_key = keep('img_v3_')
      const picture = [{ tag: 'img', image_key, width: 300, height: 300 }]
      return one({ title: '', content: [[...ats, words], picture] }, image_key)
    }
    case 'image': {
      const image_key = keep('img_v3_')
      return one({ image_key }, image_key)
    }
    case 'file': {
      const file_key = keep('file_v3_')
      return one({ file_key, file_name: what.file?.name }, file_key)
    }
    case 'audio': {
      const file_key = keep('file_v3_')
      return one({ file_key, duration: what.durationMs ?? 1_000 }, file_key)
    }
    case 'media': {
      const file_key = keep('file_v3_')
      const image_key = keep('img_v3_')
      const about = { file_name: what.file?.name, duration: what.durationMs ?? 1_000 }
      return one({ file_key, image_key, ...about }, file_key, image_key)
    }
    case 'location':
      if (!what.place) throw new Error('a location needs a place')
      return one(what.place)
    case 'merge_forward':
      return one({ content: 'Merged and Forwarded Message' })
    case 'sticker':
      return one({ file_key: newId('file_v3_') })
  }
}

function withKeys(text: string, mentions: readonly Mention[]): string {
  return mentions.toReversed().reduce((words, { key, name }) => {
    const place = `@${name}`
    return words.includes(place) ? words.replace(place, key) : `${key} ${words}`
  }, text)
}
