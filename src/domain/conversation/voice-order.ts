import { afterQuietHours, isWithinHours } from '../deadlines/quiet-hours.ts'
import { readPoll } from '../intake/read-poll.ts'
import { readOfDraft, readVoice, type SaidOfVoice } from '../intake/read-voice.ts'
import type { Understanding } from '../intake/understanding.ts'
import type { Notice } from '../notices/notice.ts'
import type { VoiceRefusal } from '../notices/voice-notice.ts'
import type { Staff } from '../people/roles.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { audienceFor, mayAddress } from '../voices/audience.ts'
import { givesAway } from '../voices/gives-away.ts'
import { usualEnd } from '../voices/lifecycle.ts'
import { type Draft, isOpen, type Spoken, type Voice } from '../voices/voice.ts'
import { itemOrder } from './item-order.ts'
import type { Move, VoiceOrder } from './move.ts'
import type { Situation } from './situation.ts'

const shortest = 5
const longest = 300
/** Nobody remembers a draft of yesterday, and its `明天` is over. */
const draftMs = 12 * 3_600_000

/**
 * What somebody in office wants told to groups: read back once, sent after a plain `发`; asked how far it is heard, said
 * once more. Null for everybody else, and for other words.
 */
export function voiceOrder(s: Situation, u: Understanding): readonly Move[] | null {
  const { staff } = s.speaker
  if (!staff || s.message.type !== 'text') return null
  if (s.room && !s.message.mentionsUs) return null
  const answered = s.room ? null : ofDraft(staff, s, u)
  if (answered) return answered
  const item = itemOrder(s, u, (text, unit) =>
    spread({ what: 'poll', isVote: false, to: unit, text, urgent: false }, staff, s, u),
  )
  if (item) return item
  const said = readVoice(s.words)
  if (!said || !mayAddress(staff, staff.unit, u.book)) return null
  if (said.kind !== 'spread') {
    const voice = which(said, staff, s.voices, u.book)
    return voice ? [ordered({ kind: said.kind, voice })] : [refused('none')]
  }
  if (s.room) return [refused('privately')]
  return spread(said, staff, s, u)
}

/** What is to be told or asked, read back. */
function spread(
  said: Omit<Extract<SaidOfVoice, { kind: 'spread' }>, 'kind'>,
  by: Staff,
  s: Situation,
  u: Understanding,
): readonly Move[] {
  const audience = audienceFor(said.to, by, u.book)
  if (!audience.ok) return [refused(audience.problem)]
  const { name, unit, rooms } = audience.value
  const asked =
    said.what === 'poll'
      ? readPoll(said.text, said.isVote, s.at, u.book)
      : { text: said.text, options: [], endsAt: null }
  if (!asked) return [refused('badEnd')]
  const draft = {
    ...{ kind: said.what, unit, audience: name, rooms, ...asked },
    ...{ urgent: said.urgent, draftedAt: s.at },
  }
  return [readBack(draft, s, u.book)]
}

/** `发`, `不发`, `改：…` to what was read back. */
function ofDraft(by: Staff, s: Situation, u: Understanding): readonly Move[] | null {
  if (s.question?.asked.kind !== 'draft') return null
  const { draft } = s.question.asked
  const said = readOfDraft(s.words)
  if (!said) return null
  if (s.at.getTime() - draft.draftedAt.getTime() > draftMs)
    return [{ ...refused('stale'), question: null }]
  switch (said.kind) {
    case 'drop':
      return [says({ kind: 'voiceDropped' }, null)]
    case 'vague':
      return [readBack(draft, s, u.book)]
    case 'change': {
      const asked =
        draft.kind === 'poll'
          ? readPoll(said.text, false, s.at, u.book)
          : { text: said.text, options: [], endsAt: null }
      return [
        asked ? readBack({ ...draft, ...asked, draftedAt: s.at }, s, u.book) : refused('badEnd'),
      ]
    }
    case 'send':
      return mayAddress(by, draft.unit, u.book)
        ? [{ ...ordered({ kind: 'post', draft }), question: null }]
        : [{ ...refused('notYours'), question: null }]
  }
}

/** What gives somebody away is not even kept as a draft. */
function readBack(draft: Draft, s: Situation, book: Rulebook): Move {
  const whole = [draft.text, ...draft.options.map(({ text }) => text)].join('\n')
  const size = [...whole].length
  const why = givesAway(whole) ?? (size < shortest ? 'tooShort' : size > longest ? 'tooLong' : null)
  if (why) return refused(why)
  const { quietHours } = book.policies
  const sendsAt =
    !draft.urgent && isWithinHours(s.at, quietHours) ? afterQuietHours(s.at, quietHours) : null
  const notice = {
    kind: 'voiceDrafted',
    ...{ what: draft.kind, audience: draft.audience, text: draft.text, options: draft.options },
    ...{ urgent: draft.urgent, sendsAt },
    endsAt: draft.kind === 'poll' ? (draft.endsAt ?? usualEnd(sendsAt ?? s.at)) : null,
    topics: book.rooms.filter(({ id }) => draft.rooms.includes(id)).map(({ topic }) => topic),
    dayWord: sendsAt
      ? (/今[天晚日]|明[天早晚日]|后天|刚才|现在/.exec(draft.text)?.[0] ?? null)
      : null,
  } as const
  return says(notice, { kind: 'draft', draft })
}

/** The one of that number, else the latest of its kind that is open, their own first, else the latest that is over. */
function which(
  { what, number }: { readonly what: Spoken['kind']; readonly number: number | null },
  by: Staff,
  voices: readonly Voice[],
  book: Rulebook,
): Spoken | undefined {
  const theirs = voices
    .filter((voice) => voice.kind !== 'item')
    .filter((voice) => voice.by === by.id || mayAddress(by, voice.unit, book))
  if (number !== null) return theirs.find((voice) => voice.number === number)
  const alike = theirs.filter(({ kind }) => kind === what)
  return (
    alike.find((voice) => voice.by === by.id && isOpen(voice)) ?? alike.find(isOpen) ?? alike[0]
  )
}

const ordered = (order: VoiceOrder) =>
  ({ kind: 'voice', order, outcome: `voice ${order.kind}` }) as const satisfies Move

const refused = (why: VoiceRefusal) =>
  ({
    kind: 'say',
    notice: { kind: 'voiceRefused', why },
    outcome: `voice refused ${why}`,
  }) as const satisfies Move

const says = (notice: Notice, question: Extract<Move, { kind: 'say' }>['question']): Move => ({
  kind: 'say',
  notice,
  ...(question !== undefined && { question }),
  outcome: notice.kind,
})
