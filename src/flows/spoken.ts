import type { Situation } from '../domain/conversation/situation.ts'
import type { AddressedNotice, Notice } from '../domain/notices/notice.ts'

/** Notices that may be heard by a whole group. */
export const mayBeAloud: ReadonlySet<Notice['kind']> = new Set([
  'help',
  'roomUnbound',
  'handedOver',
  'pictureLost',
  'groupQuestionAnswered',
  'rules',
  'rightsPrivately',
])

/** An answer goes where the speaker is; in a group what concerns only the speaker goes to the speaker. */
export function spoken(notice: Notice, { room, speaker, message }: Situation): AddressedNotice[] {
  const privately: AddressedNotice = {
    to: { kind: 'person', person: speaker.id },
    notice,
    haste: 'answer',
  }
  if (!room) return [privately]
  const to = { kind: 'room', room: room.id, mention: speaker.id } as const
  if (mayBeAloud.has(notice.kind)) return [{ to, notice, haste: 'answer' }]
  return [privately, ...toldPrivately({ room, speaker, message })]
}

/** Who spoke to us in a group hears there that the answer is elsewhere. */
export const toldPrivately = ({
  room,
  speaker,
  message,
}: Pick<Situation, 'room' | 'speaker' | 'message'>): AddressedNotice[] =>
  room && message.mentionsUs
    ? [
        {
          to: { kind: 'room', room: room.id, mention: speaker.id },
          notice: { kind: 'groupPrivately' },
          haste: 'answer',
        },
      ]
    : []
