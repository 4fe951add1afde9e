import type { PersonId, UnitCode, VoiceId } from '../ids.ts'
import { no, ok, type Result } from '../result.ts'
import type { Item } from './voice.ts'

/** What somebody in office does with an item. */
export type ItemCommand =
  | { readonly kind: 'take' }
  | { readonly kind: 'drop'; readonly reason: string }
  | { readonly kind: 'meet'; readonly meetingAt: Date; readonly place: string }
  | { readonly kind: 'discuss' }
  | { readonly kind: 'resolve'; readonly decision: string }

/** Where each command leads, and from where. */
const steps = {
  take: { from: ['proposed'], to: 'collecting' },
  drop: { from: ['proposed', 'collecting', 'discussed'], to: 'dropped' },
  meet: { from: ['collecting', 'discussed'], to: 'collecting' },
  discuss: { from: ['collecting'], to: 'discussed' },
  resolve: { from: ['collecting', 'discussed'], to: 'decided' },
} as const satisfies Record<
  ItemCommand['kind'],
  { readonly from: readonly Item['state'][]; readonly to: Item['state'] }
>

/** A common problem that the community may take up; `cause`: what it is about, proposed once while it is open. */
export const propose = (
  of: Pick<Item, 'title' | 'unit' | 'cause' | 'petitions'>,
  { id, number, at }: { readonly id: VoiceId; readonly number: number; readonly at: Date },
): Item => ({
  ...{ kind: 'item', state: 'proposed', id, number, version: 1, by: null, ...of },
  ...{ madeAt: at, meetingAt: null, place: '', askedAt: null, note: '', overAt: null },
})

/** What somebody in office raises of their own accord. */
export const raise = (
  { title, unit }: { readonly title: string; readonly unit: UnitCode },
  made: { readonly id: VoiceId; readonly number: number; readonly by: PersonId; readonly at: Date },
): Item => ({
  ...propose({ title, unit, cause: null, petitions: [] }, made),
  ...{ state: 'collecting', by: made.by },
})

/** What becomes of an item. Refuses with `itemNotNow` where its state does not allow it, with `past` for a meeting that is over. */
export function decideItem(
  item: Item,
  command: ItemCommand,
  by: PersonId,
  at: Date,
): Result<Item, 'itemNotNow' | 'past'> {
  const { from, to } = steps[command.kind]
  if (!(from as readonly Item['state'][]).includes(item.state)) return no('itemNotNow')
  const next = { ...item, version: item.version + 1, state: to, by: item.by ?? by }
  switch (command.kind) {
    case 'take':
    case 'discuss':
      return ok(next)
    case 'meet': {
      const { meetingAt, place } = command
      return meetingAt > at ? ok({ ...next, meetingAt, place, askedAt: null }) : no('past')
    }
    case 'drop':
      return ok({ ...next, note: command.reason, overAt: at })
    case 'resolve':
      return ok({ ...next, note: command.decision, overAt: at })
  }
}

/** The meeting is over: what was decided is asked for, once. */
export const askOutcome = (item: Item, at: Date): Item => ({
  ...item,
  ...{ version: item.version + 1, state: 'discussed', askedAt: at },
})
