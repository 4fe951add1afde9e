import { readItem, type SaidOfItem } from '../intake/read-item.ts'
import type { Understanding } from '../intake/understanding.ts'
import type { VoiceRefusal } from '../notices/voice-notice.ts'
import type { Staff, StaffRole } from '../people/roles.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { mayAddress } from '../voices/audience.ts'
import { givesAway } from '../voices/gives-away.ts'
import type { Item, Voice } from '../voices/voice.ts'
import type { Move, VoiceOrder } from './move.ts'
import type { Situation } from './situation.ts'

const leads: ReadonlySet<StaffRole> = new Set([
  'community_manager',
  'community_dispatcher',
  'street_dispatcher',
])

/**
 * What the community's office does with what neighbours talk about together: takes it up, sets a meeting, writes down what
 * was decided. Null for everybody else, and for other words. `spread`: how a question about it is put to groups.
 */
export function itemOrder(
  s: Situation,
  u: Understanding,
  spread: (text: string, unit: string) => readonly Move[],
): readonly Move[] | null {
  const { staff } = s.speaker
  if (!staff || s.room || !leads.has(staff.role)) return null
  const said = readItem(s.words, s.at, u.book)
  if (!said) return null
  const items = theirs(s.voices, staff, u.book)
  switch (said.kind) {
    case 'list':
      return [
        {
          kind: 'say',
          notice: { kind: 'items', items: items.filter(({ overAt }) => overAt === null) },
          outcome: 'items',
        },
      ]
    case 'unclear':
      return [refused('meetingUnclear')]
    case 'raise': {
      const why = givesAway(said.title)
      return [why ? refused(why) : ordered({ kind: 'raise', title: said.title, unit: staff.unit })]
    }
    case 'ask': {
      const item = items.find(({ number }) => number === said.number)
      const unit = u.book.units.find(({ code }) => code === item?.unit)
      return unit ? spread(said.text, unit.name) : [refused('noItem')]
    }
    case 'command':
      return [commanded(said, items)]
  }
}

function commanded(
  { number, command }: Extract<SaidOfItem, { kind: 'command' }>,
  items: readonly Item[],
): Move {
  const item =
    number === null
      ? items.find(({ state }) => state === 'proposed')
      : items.find((one) => one.number === number)
  if (!item) return refused('noItem')
  const why = command.kind === 'resolve' ? givesAway(command.decision) : null
  return why ? refused(why) : ordered({ kind: 'item', item, command })
}

const theirs = (voices: readonly Voice[], by: Staff, book: Rulebook): readonly Item[] =>
  voices.filter((voice) => voice.kind === 'item').filter(({ unit }) => mayAddress(by, unit, book))

const ordered = (order: VoiceOrder): Move => ({
  ...{ kind: 'voice', order, outcome: `voice ${order.kind}` },
})

const refused = (why: VoiceRefusal): Move => ({
  kind: 'say',
  notice: { kind: 'voiceRefused', why },
  outcome: `voice refused ${why}`,
})
