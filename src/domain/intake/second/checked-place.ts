import type { Draft } from '../draft.ts'
import type { Gazetteer } from '../gazetteer.ts'
import { homeOf } from '../home-of.ts'
import type { Field } from '../matter.ts'
import type { Stretch } from '../message.ts'
import { numeral, plain } from '../numerals.ts'
import type { Place } from '../place.ts'
import { placesNamed } from '../place-names.ts'
import { because, opinionConfidence, type Quoted } from './opinion.ts'

const levels = ['building', 'unit', 'floor', 'room', 'number', 'group'] as const

/**
 * A place that somebody else read, as far as our own books and the words bear it out: its name must be a place of the
 * street that is named in the talk, meant by the group or lived in by a speaker, and each number must stand in the words or in a
 * speaker's door. A level that does not hold gives way to what we read; a name that does not, to all that we read.
 */
export function checkedPlace(
  said: Quoted<Place>,
  own: Field<Place>,
  draft: Draft,
  stretch: Stretch,
  gazetteer: Gazetteer,
): Field<Place> {
  const heard = [...draft.said, ...draft.added]
  const speakers = new Set(heard.map(({ message }) => message.from))
  const aliases = stretch.messages.flatMap((m) => (speakers.has(m.from) ? m.alias : []))
  const { room: here } = stretch
  const rooms =
    here === null
      ? stretch.speakerRooms
      : [...new Set(['', ...aliases])].map((alias) => ({ room: here, alias }))
  const scopes = rooms.flatMap(({ room }) => gazetteer.rooms.get(room)?.place ?? [])
  const homes = rooms.map(({ room, alias }) => homeOf(alias, room, gazetteer))
  const texts = heard.map(({ raw }) => raw)
  const near = {
    units: rooms.flatMap(({ room }) => gazetteer.rooms.get(room)?.unit ?? []),
    homes: homes.flatMap(({ name }) => name ?? []),
  }
  const named = stretch.messages.flatMap(({ text }) => placesNamed(text, near, gazetteer, true))
  const names = new Set([
    ...named.map(({ spot }) => spot.name),
    ...[...scopes, ...homes, own.value].flatMap(({ name }) => name ?? []),
  ])
  const { name } = said.value
  if (name !== null && !(gazetteer.spots.has(name) && names.has(name))) return own
  const written = numbersIn([...texts, ...rooms.map(({ alias }) => alias)])
  const known = (level: (typeof levels)[number], value: string) =>
    written.has(value) || scopes.some((scope) => scope.name === name && scope[level] === value)
  const checked = levels.map((level) => {
    const value = said.value[level]
    const mine = own.value.name === name ? own.value[level] : null
    return [level, value === null || known(level, value) ? value : mine]
  })
  return {
    value: { ...said.value, ...Object.fromEntries(checked) },
    confidence: opinionConfidence,
    because: because(said.evidence),
  }
}

/** `5`, `A3`, `301`; not `3天`, `50块`. In Chinese letters only before a word of doors: `三天了` is no third stair. */
const numbers = new RegExp(
  `[A-Za-z]?\\d+(?!\\d|\\s*[天年月日点块元次度岁回周个分])|[A-Za-z](?=座)|(?:${numeral}|[甲乙丙丁戊])(?=\\s*(?:[号栋幢座门楼层室组队户排]|单元))`,
  'gu',
)

/** Every number of a door that is written in the texts, as places write them: `十二` is `12`, `a3` is `A3`. */
function numbersIn(texts: readonly string[]): ReadonlySet<string> {
  const found = texts.flatMap((text) => text.match(numbers) ?? [])
  return new Set(found.flatMap((number) => [number.toUpperCase(), plain(number) ?? []].flat()))
}
