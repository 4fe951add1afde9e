import { type Gazetteer, gazetteerOf } from '../domain/intake/gazetteer.ts'
import { memoryOf } from '../domain/intake/memory.ts'
import { decodeModel, type Model } from '../domain/intake/model.ts'
import type { Understanding } from '../domain/intake/understanding.ts'
import type { Petition } from '../domain/petition/petition.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import type { Desk } from './ports.ts'

type Learnt = Pick<Desk, 'rulebooks' | 'corrections' | 'models' | 'model' | 'clock' | 'report'>

/** An understanding, and of what it was prepared. */
interface Prepared {
  readonly version: number
  readonly corrections: number
  /** Days since 1970: what was learnt holds for so many. */
  readonly day: number
  /** The weights alone, without memory. */
  readonly weights: Model
  readonly understanding: Understanding
}

const prepared = new WeakMap<Desk['rulebooks'], Prepared>()

/**
 * The rulebook, weights and corrections in force, prepared for reading. Asks for their versions every time, so that what
 * staff or operator did holds from the next message on, in every process; prepares only what changed, and the memory
 * every day anew.
 */
export async function understand(desk: Learnt): Promise<Understanding> {
  const [book, version, count] = await Promise.all([
    desk.rulebooks.current(),
    desk.models.inForce(),
    desk.corrections.count(),
  ])
  const known = prepared.get(desk.rulebooks)
  const sameBook = known?.understanding.book === book
  const sameWeights = known?.version === version
  const now = desk.clock()
  const day = Math.floor(now.getTime() / dayMs)
  const sameMemory = known?.corrections === count && (count === 0 || known.day === day)
  if (known && sameBook && sameWeights && sameMemory) return known.understanding
  const weights = known && sameWeights ? known.weights : await weightsOf(version, desk)
  const corrections = count === 0 ? [] : await desk.corrections.list()
  const memory = corrections.length === 0 ? {} : { memory: memoryOf(corrections, book, now) }
  const gazetteer: Gazetteer = known && sameBook ? known.understanding.gazetteer : gazetteerOf(book)
  const understanding = { book, gazetteer, model: { ...weights, ...memory } }
  prepared.set(desk.rulebooks, { version, corrections: count, day, weights, understanding })
  return understanding
}

const dayMs = 24 * 3_600_000

/**
 * The weights of a version; the program's own where those know other categories or cannot be read, as after an update of
 * the program.
 */
async function weightsOf(version: number, { model, models, report }: Learnt): Promise<Model> {
  if (version === 0) return model
  const stored = modelFrom(await models.bytes(version))
  if (stored?.taxonomy === model.taxonomy) return stored
  const why = stored ? 'know other categories' : 'cannot be read'
  report(`weights of version ${version} ${why}: the program's own are used`, null)
  return model
}

/** The weights that bytes hold; null when they are no model of this program. */
export function modelFrom(bytes: Uint8Array): Model | null {
  try {
    return decodeModel(bytes)
  } catch {
    return null
  }
}

/** The rulebook as it holds for a petition: people and places of today, limits of the version it was registered under. */
export async function bookFor(
  petition: Petition,
  { rulebooks }: Pick<Desk, 'rulebooks'>,
): Promise<Rulebook> {
  const book = await rulebooks.current()
  if (petition.rulebook === book.version) return book
  const { policies, categories } = await rulebooks.version(petition.rulebook)
  return { ...book, policies, categories }
}
