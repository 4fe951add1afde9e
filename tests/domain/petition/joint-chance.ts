import type { JointCommand } from '../../../src/domain/petition/joint/joint-command.ts'
import type { Rulebook } from '../../../src/domain/street/rulebook.ts'
import { at, type Dice, destinations } from './chance.ts'

const moment = ({ days, minutes }: Dice, now: Date) =>
  new Date(now.getTime() + (days * 24 * 60 + minutes) * 60_000)

/** One or two offices, at times the same one, or one that leads. */
const parts = (d: Dice, now: Date, book: Rulebook) =>
  [d.pick, ...(d.flag ? [d.actor] : [])].map((pick) => ({
    to: at(pick, destinations(book)),
    task: d.text,
    dueAt: d.pick % 4 === 0 ? moment(d, now) : null,
  }))

/** Commands about joint work, made of chance. */
export const jointCommands: {
  readonly [K in JointCommand['kind']]: (
    d: Dice,
    now: Date,
    book: Rulebook,
  ) => Extract<JointCommand, { kind: K }>
} = {
  askAssist: (d, now, book) => ({
    kind: 'askAssist',
    ...{ parts: parts(d, now, book), required: d.flag },
    call:
      d.pick % 3 === 0 ? { meetAt: d.pick % 2 === 0 ? moment(d, now) : null, place: d.text } : null,
  }),
  releaseAssist: ({ flag, pick, text }, _, book) => ({
    kind: 'releaseAssist',
    to: flag ? [] : [at(pick, destinations(book))],
    reason: text,
  }),
  takePart: ({ flag }) => ({ kind: 'takePart', came: flag }),
  finishPart: ({ text }) => ({ kind: 'finishPart', result: text, photos: [] }),
  refusePart: ({ text }) => ({ kind: 'refusePart', reason: text }),
  concludeCall: (d, now, book) => ({
    kind: 'concludeCall',
    text: d.text,
    parts: d.flag ? parts(d, now, book) : [],
  }),
  remindPart: ({ pick }) => ({ kind: 'remindPart', part: pick % 4, share: 0.5 }),
  escalatePart: ({ pick }) => ({
    kind: 'escalatePart',
    part: pick % 4,
    after: { amount: 0, unit: 'minutes' },
    to: 'community_dispatcher',
  }),
  watchCall: () => ({ kind: 'watchCall' }),
}
