import type { Day } from '../domain/deadlines/limit.ts'
import { categoryCode } from '../domain/ids.ts'
import { plain as plainNumber } from '../domain/intake/numerals.ts'
import type { OpenMatter } from '../domain/intake/same-matter.ts'
import type { Ruling } from '../domain/intake/second/doubts.ts'
import type { Opinion, Opinions, Quoted } from '../domain/intake/second/opinion.ts'
import type { MatterAnswer, PlaceAnswer, RulingAnswer } from './answers.ts'
import type { Masked, MaskedMessage } from './masking.ts'

const longestEvidence = 60

/**
 * An answer in our terms, as far as it holds: messages that exist, people who speak here, and values whose evidence
 * stands literally in what they said. What does not hold is left out, field by field; null when no message is left.
 */
export function opinionOf(
  said: MatterAnswer,
  masked: Masked,
  open: ReadonlyMap<string, OpenMatter>,
): Opinion | null {
  const listed = masked.messages.filter(
    ({ ref, from, message }) =>
      said.messages.includes(ref) &&
      (!(message.isStaff && masked.isGroup) || said.reporter === from), // an office that answers adds nothing
  )
  if (listed.length === 0) return null
  const people = new Set([
    ...listed.map(({ from }) => from),
    ...said.supporters,
    ...(said.reporter ? [said.reporter] : []),
  ])
  const around = masked.messages.filter(({ from }) => people.has(from))
  const behalf = said.on_behalf_of?.trim() || null
  const reporter = listed.find(({ from }) => from === said.reporter)?.message.from ?? null
  return {
    ...fieldsOf(said, listed, around),
    messages: listed.map(({ message }) => message.id),
    reporter,
    supporters: masked.messages
      .filter(({ from, message }) => said.supporters.includes(from) && !message.isStaff)
      .map(({ message }) => message.from),
    urgency: quoted(said.urgency, said.urgency_evidence, around),
    danger: said.danger,
    onBehalfOf:
      behalf === null
        ? { value: null, evidence: '没有替谁说' }
        : quoted(masked.restored(behalf).slice(0, 20), behalf, around),
    vulnerable:
      said.vulnerable === false
        ? { value: false, evidence: '没说到体弱的人' }
        : quoted(said.vulnerable, said.vulnerable_evidence, around),
    since: !said.since
      ? { value: null, evidence: '没说从哪天起' }
      : quoted(dayIn(said.since), said.since_evidence, around),
    repeats: (said.duplicate_of === null ? null : open.get(said.duplicate_of)?.id) ?? null,
  }
}

/** The same for single fields of the newest message. */
export function rulingOf(said: RulingAnswer, target: MaskedMessage): Ruling {
  return { ...fieldsOf(said, [target], [target]), isMatter: said.is_matter }
}

function fieldsOf(
  said: Pick<RulingAnswer, 'category' | 'category_evidence' | 'place' | 'place_evidence'>,
  own: readonly MaskedMessage[],
  around: readonly MaskedMessage[],
): Opinions {
  const code = said.category === null ? null : categoryCode(said.category)
  return {
    category: quoted(code, said.category_evidence, own),
    place: quoted(placeOf(said.place), said.place_evidence, around),
  }
}

function placeOf(said: PlaceAnswer | null): PlaceAnswer | null {
  if (!said) return null
  const { name, building, unit, floor, room, number, group } = said
  const place = {
    name,
    building: levelOf(building),
    unit: levelOf(unit),
    floor: levelOf(floor),
    room: levelOf(room),
    number: levelOf(number),
    group: levelOf(group),
  }
  return Object.values(place).some((level) => level !== null) ? place : null
}

/** `三栋`, `3号楼` and `3` are one building. */
function levelOf(said: string | null): string | null {
  const bare = said?.normalize('NFKC').replace(/\s|(?:号楼|栋|幢|座|单元|层|楼|室|号|组)$/g, '')
  return bare ? (plainNumber(bare) ?? bare.toUpperCase()) : null
}

function quoted<Value>(
  value: Value | null,
  evidence: string | null,
  messages: readonly MaskedMessage[],
): Quoted<Value> | null {
  if (value === null || evidence === null) return null
  const words = plain(evidence)
  const isLiteral =
    words.length > 1 &&
    messages.some(({ text, door }) => plain(text).includes(words) || plain(door).includes(words))
  return isLiteral ? { value, evidence: evidence.trim().slice(0, longestEvidence) } : null
}

/** One form for one text: NFKC, and spaces do not count. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

/** `YYYY-MM-DD` of a day that exists. */
const dayIn = (said: string): Day | null => {
  const at = /^\d{4}-\d\d-\d\d$/.test(said) ? new Date(`${said}T00:00:00Z`) : null
  return at?.toJSON()?.slice(0, 10) === said ? (said as Day) : null
}
