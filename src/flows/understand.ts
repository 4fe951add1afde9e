import { gazetteerOf } from '../domain/intake/gazetteer.ts'
import type { Understanding } from '../domain/intake/understanding.ts'
import type { Petition } from '../domain/petition/petition.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import type { Desk } from './ports.ts'

const prepared = new WeakMap<Rulebook, Understanding>()

/** The rulebook in force, prepared for reading; prepared once for each version. */
export async function understand({
  rulebooks,
  model,
}: Pick<Desk, 'rulebooks' | 'model'>): Promise<Understanding> {
  const book = await rulebooks.current()
  const known = prepared.get(book)
  if (known) return known
  const fresh = { book, model, gazetteer: gazetteerOf(book) }
  prepared.set(book, fresh)
  return fresh
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
