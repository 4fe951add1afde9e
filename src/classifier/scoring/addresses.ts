import type { DoorLevel, Span } from '../../domain/intake/door.ts'
import { doorsIn } from '../../domain/intake/place-grammar.ts'

/** The tags that are scored, and the level of a door that each stands for. */
const levelOf = {
  houseno: 'building',
  cellno: 'unit',
  floorno: 'floor',
  roomno: 'room',
} as const satisfies Record<string, DoorLevel>
type Tag = keyof typeof levelOf
const tags = Object.keys(levelOf) as Tag[]

/** An address and where its tagged parts stand. */
interface TaggedAddress {
  readonly text: string
  readonly spans: readonly (readonly [Tag, Span])[]
}

interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly expected: number
  readonly found: number
}

export interface AddressScores extends Readonly<Record<Tag | 'micro', Score>> {
  readonly addresses: number
  /** Addresses of which all four are right. */
  readonly whole: number
  readonly errors: {
    /** Expected, and nothing was found there. */
    readonly missed: number
    /** Found where nothing is. */
    readonly invented: number
    /** The right part under another tag. */
    readonly wrongLevel: number
    /** Overlaps with what is expected, but begins or ends elsewhere. */
    readonly wrongBorder: number
  }
}

/**
 * How well the doors of addresses are read: spans have to match character for character. Takes the text of a BIO
 * file: a token and its tag a line, addresses parted by empty lines; a token may have several characters.
 */
export function scoreAddresses(bio: string): AddressScores {
  const counts = new Map<Tag, { expected: number; found: number; right: number }>(
    tags.map((tag) => [tag, { expected: 0, found: 0, right: 0 }]),
  )
  const errors = { missed: 0, invented: 0, wrongLevel: 0, wrongBorder: 0 }
  const addresses = taggedAddresses(bio)
  let whole = 0
  for (const { text, spans } of addresses) {
    const found = spansFound(text)
    const right = spans.filter((want) => found.some((got) => isSame(want, got)))
    for (const [tag, count] of counts) {
      count.expected += spans.filter(([of]) => of === tag).length
      count.found += found.filter(([of]) => of === tag).length
      count.right += right.filter(([of]) => of === tag).length
    }
    if (right.length === spans.length && found.length === spans.length) whole++
    for (const want of spans) if (!right.includes(want)) errors[errorOf(want, found, 'missed')]++
    for (const got of found) {
      if (!spans.some((want) => overlap(want[1], got[1]))) errors.invented++
    }
  }
  const all = { expected: 0, found: 0, right: 0 }
  for (const count of counts.values()) {
    all.expected += count.expected
    all.found += count.found
    all.right += count.right
  }
  const { houseno, cellno, floorno, roomno } = Object.fromEntries(
    [...counts].map(([tag, count]) => [tag, scoreOf(count)]),
  ) as Record<Tag, Score>
  return {
    addresses: addresses.length,
    whole: addresses.length === 0 ? 1 : whole / addresses.length,
    houseno,
    cellno,
    floorno,
    roomno,
    micro: scoreOf(all),
    errors,
  }
}

function taggedAddresses(bio: string): TaggedAddress[] {
  return bio
    .split(/\r?\n[^\S\n]*\r?\n/)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      let text = ''
      const spans: [Tag, Span][] = []
      for (const line of block.split('\n')) {
        const [, token = '', begins, tag = ''] = /^(\S+)\s+([BI])-(\S+)\s*$/.exec(line) ?? []
        const known = tags.find((one) => one === tag.toLowerCase())
        const last = spans.at(-1)
        if (known && begins === 'I' && last?.[0] === known && last[1][1] === text.length) {
          spans[spans.length - 1] = [known, [last[1][0], text.length + token.length]]
        } else if (known) {
          spans.push([known, [text.length, text.length + token.length]])
        }
        text += token === '' ? line.slice(0, 1) : token
      }
      return { text, spans }
    })
}

const spansFound = (text: string): (readonly [Tag, Span])[] =>
  doorsIn(text).flatMap(({ spans }) =>
    tags.flatMap((tag) => {
      const span = spans[levelOf[tag]]
      return span ? [[tag, span] as const] : []
    }),
  )

const isSame = (a: readonly [Tag, Span], b: readonly [Tag, Span]): boolean =>
  a[0] === b[0] && a[1][0] === b[1][0] && a[1][1] === b[1][1]

const overlap = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1]

function errorOf(
  [, want]: readonly [Tag, Span],
  found: readonly (readonly [Tag, Span])[],
  otherwise: 'missed',
): 'missed' | 'wrongLevel' | 'wrongBorder' {
  const near = found.filter(([, span]) => overlap(span, want))
  if (near.some(([, span]) => span[0] === want[0] && span[1] === want[1])) return 'wrongLevel'
  return near.length > 0 ? 'wrongBorder' : otherwise
}

function scoreOf({ expected, found, right }: Record<'expected' | 'found' | 'right', number>) {
  const precision = found === 0 ? 1 : right / found
  const recall = expected === 0 ? 1 : right / expected
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    expected,
    found,
  }
}
