import { soundOf, soundsOf, syllableOf } from './sounds.ts'
import { fuzzy } from './sounds-alike.ts'
import type { SpokenName } from './spot.ts'

/** A name written as it sounds, with a slip, or in letters. */
export interface HeardName {
  readonly name: SpokenName
  readonly length: number
  /** Written with a slip: every character else is right. */
  readonly slipped?: boolean
}

/** The names of a street by their sound, by the slips of a finger, and by letters. */
export interface Ear {
  /** By the sounds of the first two characters. */
  readonly sounding: ReadonlyMap<number, readonly Sounding[]>
  /** By the first two characters as they are written with the slip. */
  readonly slips: ReadonlyMap<number, readonly Slip[]>
  readonly letters: ReadonlyMap<string, SpokenName | null>
}

interface Sounding {
  readonly name: SpokenName
  readonly sounds: readonly (readonly number[])[]
}

interface Slip {
  readonly name: SpokenName
  readonly written: string
  /** Written in full, with one character too many somewhere after the second. */
  readonly extra: boolean
}

/** Shorter names sound like too many words; shorter ones still become other words when a character is lost. */
const shortestByEar = 3
const shortestWithSlip = 4
const shortestInLetters = 6
const initialLengths = { least: 3, most: 6 }

/** Prepares the names for being heard. */
export function earFor(names: readonly SpokenName[]): Ear {
  const sounding = new Map<number, Sounding[]>()
  const slips = new Map<number, Slip[]>()
  const letters = new Map<string, SpokenName | null>()
  for (const name of names) {
    const sounds = [...name.text].map((char) => soundsOf(char.charCodeAt(0)))
    if (sounds.some((one) => one.length === 0)) continue
    if (name.text.length >= shortestByEar) {
      for (const first of sounds[0] ?? []) {
        for (const second of sounds[1] ?? []) add(sounding, pair(first, second), { name, sounds })
      }
    }
    if (name.text.length >= shortestWithSlip) {
      for (const written of slipsOf(name.text)) {
        add(slips, pairAt(written, 0), { name, written, extra: false })
      }
      add(slips, pairAt(name.text, 0), { name, written: name.text, extra: true })
    }
    for (const written of lettersOf(name.text)) {
      const known = letters.get(written)
      const isNew = known === undefined || (known !== null && sameSpots(known, name))
      letters.set(written, isNew ? name : null)
    }
  }
  return { sounding, slips, letters }
}

/**
 * The longest name that sounds like what is written at a position, or is written there with one slip; null where a
 * slip may be one of two names.
 */
export function heardAt(text: string, at: number, ear: Ear): HeardName | null {
  const first = text.charCodeAt(at)
  if (first < 128) return inLettersAt(text, at, ear)
  const sound = soundOf(first)
  const second = soundOf(text.charCodeAt(at + 1))
  if (sound === 0 || second === 0) return null
  let best: HeardName | null = null
  let isOpen = false
  for (const { name, sounds } of ear.sounding.get(pair(sound, second)) ?? []) {
    if (name.text.length > (best?.length ?? 0) && soundsLike(text, at, sounds)) {
      best = { name, length: name.text.length }
    }
  }
  for (const { name, written, extra } of ear.slips.get(pairAt(text, at)) ?? []) {
    const length = written.length + (extra ? 1 : 0)
    if (length < (best?.length ?? 0)) continue
    if (!(extra ? hasOneMore(text, at, written) : text.startsWith(written, at))) continue
    isOpen = best?.length === length && !sameSpots(best.name, name)
    if (best?.length !== length) best = { name, length, slipped: true }
  }
  return isOpen ? null : best
}

function soundsLike(text: string, at: number, sounds: Sounding['sounds']): boolean {
  for (let i = 2; i < sounds.length; i++) {
    const sound = soundOf(text.charCodeAt(at + i))
    if (sound === 0 || !sounds[i]?.includes(sound)) return false
  }
  return true
}

function hasOneMore(text: string, at: number, name: string): boolean {
  let same = 0
  while (same < name.length && text.charAt(at + same) === name.charAt(same)) same++
  return same > 1 && same < name.length && text.startsWith(name.slice(same), at + same + 1)
}

/** One character lost, or two that changed places. */
function slipsOf(name: string): ReadonlySet<string> {
  const slips = new Set<string>()
  for (let i = 0; i < name.length; i++) {
    slips.add(name.slice(0, i) + name.slice(i + 1))
    if (i > 0) {
      slips.add(name.slice(0, i - 1) + name.charAt(i) + name.charAt(i - 1) + name.slice(i + 1))
    }
  }
  slips.delete(name)
  return slips
}

/** `xinfuli` and `xfl`, folded. */
function lettersOf(name: string): readonly string[] {
  const syllables = [...name].map((char) => syllableOf(char.charCodeAt(0)))
  const whole = fuzzy(syllables.join(''))
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('')
  const { least, most } = initialLengths
  return [
    ...(whole.length >= shortestInLetters ? [whole] : []),
    ...(initials.length >= least && initials.length <= most ? [initialsFolded(initials)] : []),
  ]
}

/** Initials stand alone: what is mixed up in a syllable is mixed up in them, too. */
const initialsFolded = (letters: string): string => letters.replace(/[nr]/g, 'l').replace(/h/g, 'f')

const longestRun = 40
const run = /[A-Za-z]+/y

function inLettersAt(text: string, at: number, ear: Ear): HeardName | null {
  if (/[A-Za-z]/.test(text.charAt(at - 1))) return null
  run.lastIndex = at
  const letters = run.exec(text)?.[0] ?? ''
  if (letters.length < initialLengths.least || letters.length > longestRun) return null
  const lower = letters.toLowerCase()
  const name =
    letters.length <= initialLengths.most
      ? (ear.letters.get(initialsFolded(lower)) ?? ear.letters.get(fuzzy(lower)))
      : ear.letters.get(fuzzy(lower))
  return name ? { name, length: letters.length } : null
}

const pair = (first: number, second: number): number => first * 512 + second
const pairAt = (text: string, at: number): number =>
  text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)

function add<Item>(index: Map<number, Item[]>, key: number, item: Item): void {
  const items = index.get(key)
  if (items) items.push(item)
  else index.set(key, [item])
}

const sameSpots = (a: SpokenName, b: SpokenName): boolean =>
  a.spots.length === 1 && b.spots.length === 1 && a.spots[0] === b.spots[0]
