import type { VoiceOrder } from '../domain/conversation/move.ts'
import type { Situation } from '../domain/conversation/situation.ts'
import { type RoomId, voiceId } from '../domain/ids.ts'
import type { Understanding } from '../domain/intake/understanding.ts'
import type { AddressedNotice, Notice } from '../domain/notices/notice.ts'
import { announce, heardBy, repeat } from '../domain/voices/announcement.ts'
import { standingOf } from '../domain/voices/standing.ts'
import { type Announcement, isOpen, type Voice } from '../domain/voices/voice.ts'
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
      const voice = announce(draft, { ...made, by: speaker.id, at }, u.book.policies)
      const { spoken, rooms } = await aloud(
        voice,
        { urgent: draft.urgent, isRepeated: false },
        desk,
      )
      if (rooms === 0) return { notices: [tell({ kind: 'voiceRefused', why: 'unreachable' })] }
      const { number, endsAt, postedAt } = voice
      const sendsAt = postedAt > at ? postedAt : null
      const answer = tell({ kind: 'announcementPosted', number, rooms, sendsAt, endsAt })
      return { voice, notices: [answer, ...spoken] }
    }
    case 'answer': {
      const voice = heardBy(order.voice, order.answer)
      return { voice, notices: room ? [] : [tell({ kind: 'announcementHeard' })] }
    }
    case 'repeat': {
      const again = repeat(order.voice, at)
      if (!again.ok) return { notices: [tell({ kind: 'voiceRefused', why: again.problem })] }
      const { spoken, rooms } = await aloud(again.value, { urgent: false, isRepeated: true }, desk)
      const { number } = again.value
      const answer = tell({ kind: 'announcementRepeated', number, rooms })
      return { voice: again.value, notices: [answer, ...spoken] }
    }
    case 'standing':
      return { notices: [tell(await standingNotice(order.voice, u, desk))] }
  }
}

/** How far an announcement is heard, as it stands now. */
export async function standingNotice(
  voice: Announcement,
  u: Understanding,
  { people }: Pick<Desk, 'people'>,
): Promise<Notice> {
  const { number, audience, text, rooms, endsAt } = voice
  const neighbours = await people.inRooms(rooms)
  return {
    kind: 'announcementStanding',
    ...{ number, audience, text, endsAt, rooms: rooms.length, isOver: !isOpen(voice) },
    canRepeat: isOpen(voice) && voice.repeatedAt === null,
    standing: standingOf(voice, neighbours, u.book, u.gazetteer),
  }
}

/** To each group of its rooms on each channel; answers in how many rooms it is heard. */
async function aloud(
  { rooms, audience, text, postedAt }: Announcement,
  how: { readonly urgent: boolean; readonly isRepeated: boolean },
  desk: Pick<Desk, 'people'>,
) {
  const notice = { kind: 'announcement', audience, text, postedAt, ...how } as const
  const groups = await Promise.all(rooms.map((room) => groupsOf(room, desk)))
  const spoken = groups
    .flat()
    .map((to): AddressedNotice => ({ to, notice, haste: how.urgent ? 'alarm' : 'news' }))
  return { spoken, rooms: groups.filter((all) => all.length > 0).length }
}

/** The standby account is in the same groups: see `waysTo`. */
async function groupsOf(room: RoomId, { people }: Pick<Desk, 'people'>) {
  const bound = (await people.platformRooms(room)).map(({ channel }) => channel)
  const channels = bound.includes('wechat') ? bound.filter((one) => one !== 'wechatStandby') : bound
  return channels.map((on) => ({ kind: 'room', room, mention: null, on }) as const)
}
