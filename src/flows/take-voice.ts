import type { VoiceOrder } from '../domain/conversation/move.ts'
import type { Situation } from '../domain/conversation/situation.ts'
import { type RoomId, voiceId } from '../domain/ids.ts'
import type { Understanding } from '../domain/intake/understanding.ts'
import type { AddressedNotice, Notice } from '../domain/notices/notice.ts'
import { groupsOfUnit } from '../domain/voices/audience.ts'
import { decideItem, raise } from '../domain/voices/item.ts'
import { answered, post, repeat } from '../domain/voices/lifecycle.ts'
import type { Spoken, Voice } from '../domain/voices/voice.ts'
import { spokenNotice, standingNotice } from '../domain/voices/voice-notices.ts'
import type { Desk } from './ports.ts'

/** What comes of an order about what is said to groups: how it stands then, and who is told what. */
export interface Voiced {
  readonly voice?: Voice
  readonly notices: readonly AddressedNotice[]
}

/** Carries an order out as far as it is decided here; nothing is written yet. */
export async function takeVoice(
  order: VoiceOrder,
  { speaker, room, at }: Pick<Situation, 'speaker' | 'room' | 'at'>,
  u: Understanding,
  desk: Pick<Desk, 'people' | 'voices' | 'newId'>,
): Promise<Voiced> {
  const tell = (notice: Notice): AddressedNotice => ({
    ...{ to: { kind: 'person', person: speaker.id }, notice, haste: 'answer' },
  })
  switch (order.kind) {
    case 'post': {
      const { draft } = order
      const made = { id: voiceId(desk.newId()), number: await desk.voices.number() }
      const voice = post(draft, { ...made, by: speaker.id, at }, u.book.policies)
      const { spoken, rooms } = await aloud(
        voice,
        spokenNotice(voice, { urgent: draft.urgent, isRepeated: false }),
        draft.urgent ? 'alarm' : 'news',
        desk,
      )
      if (rooms === 0) return { notices: [tell({ kind: 'voiceRefused', why: 'unreachable' })] }
      const { kind: what, number, endsAt, postedAt } = voice
      const sendsAt = postedAt > at ? postedAt : null
      const answer = tell({ kind: 'voicePosted', what, number, rooms, sendsAt, endsAt })
      return { voice, notices: [answer, ...spoken] }
    }
    case 'answer': {
      const voice = answered(order.voice, order.answer)
      return { voice, notices: room ? [] : [tell(heardNotice(voice, order.answer.choice))] }
    }
    case 'repeat': {
      const again = repeat(order.voice, at)
      if (!again.ok) return { notices: [tell({ kind: 'voiceRefused', why: again.problem })] }
      const { spoken, rooms } = await aloud(
        again.value,
        spokenNotice(again.value, { urgent: false, isRepeated: true }),
        'news',
        desk,
      )
      const { kind: what, number } = again.value
      const answer = tell({ kind: 'voiceRepeated', what, number, rooms })
      return { voice: again.value, notices: [answer, ...spoken] }
    }
    case 'raise': {
      const made = { id: voiceId(desk.newId()), number: await desk.voices.number() }
      const item = raise(order, { ...made, by: speaker.id, at })
      return { voice: item, notices: [tell({ kind: 'itemKept', item, rooms: 0 })] }
    }
    case 'item': {
      const done = decideItem(order.item, order.command, speaker.id, at)
      if (!done.ok) return { notices: [tell({ kind: 'voiceRefused', why: done.problem })] }
      const item = done.value
      const { name: audience, rooms } = groupsOfUnit(item.unit, u.book)
      const { title, note: decision, state } = item
      const news =
        state === 'decided'
          ? await aloud({ rooms }, { kind: 'itemDecided', audience, title, decision }, 'news', desk)
          : { spoken: [], rooms: 0 }
      const answer = tell({ kind: 'itemKept', item, rooms: news.rooms })
      return { voice: item, notices: [answer, ...news.spoken] }
    }
    case 'standing':
      return { notices: [tell(await howItStands(order.voice, u, desk))] }
  }
}

/** What somebody hears in private whose answer counts. */
function heardNotice(voice: Spoken, choice: string | undefined): Notice {
  if (voice.kind === 'announcement') return { kind: 'announcementHeard' }
  const option = voice.options.find(({ letter }) => letter === choice) ?? null
  return { kind: 'pollAnswered', text: voice.text, option, endsAt: voice.endsAt }
}

/** For who wrote it, as it stands now. */
export const howItStands = async (
  voice: Spoken,
  u: Understanding,
  { people }: Pick<Desk, 'people'>,
): Promise<Notice> => standingNotice(voice, await people.inRooms(voice.rooms), u)

/** To each group of its rooms on each channel; answers in how many rooms it is heard. */
export async function aloud(
  { rooms }: Pick<Spoken, 'rooms'>,
  notice: Notice,
  haste: AddressedNotice['haste'],
  desk: Pick<Desk, 'people'>,
) {
  const groups = await Promise.all(rooms.map((room) => groupsOf(room, desk)))
  const spoken = groups.flat().map((to): AddressedNotice => ({ to, notice, haste }))
  return { spoken, rooms: groups.filter((all) => all.length > 0).length }
}

/** The standby account is in the same groups: see `waysTo`. */
async function groupsOf(room: RoomId, { people }: Pick<Desk, 'people'>) {
  const bound = (await people.platformRooms(room)).map(({ channel }) => channel)
  const channels = bound.includes('wechat') ? bound.filter((one) => one !== 'wechatStandby') : bound
  return channels.map((on) => ({ kind: 'room', room, mention: null, on }) as const)
}
