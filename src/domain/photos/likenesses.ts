import type { MediaId } from '../ids.ts'
import { isOpen, type Petition } from '../petition/petition.ts'
import { type Fingerprint, isAlike } from './fingerprint.ts'

/** What a photo was sent for: with what a resident reported, or to show that it is done. */
export type PhotoUse = 'report' | 'result'

/** A photo of a petition that looks like another: noticed, and nothing more. */
export interface Likeness {
  readonly of: PhotoUse
  /** The petition that the other photo belongs to; may be the same one. */
  readonly number: number
  readonly its: PhotoUse
}

type Prints = ReadonlyMap<MediaId, Fingerprint>

/** Whether two photos show the same picture: the same file, or alike at a glance. */
export function samePhoto(a: MediaId, b: MediaId, prints: Prints): boolean {
  if (a === b) return true
  const [mine, theirs] = [prints.get(a), prints.get(b)]
  return mine !== undefined && theirs !== undefined && isAlike(mine, theirs)
}

/**
 * Where the photos of a petition were seen before: a reported one with another open petition of its grid, a result with
 * another result of the same office, or with what the resident had sent. Nothing is said of, or to, what is confidential.
 */
export function likenesses(
  petition: Petition,
  others: readonly Petition[],
  prints: Prints,
): readonly Likeness[] {
  if (petition.confidential) return []
  const found: Likeness[] = []
  const seen = (mine: readonly MediaId[], theirs: readonly MediaId[], likeness: Likeness) => {
    if (mine.some((a) => theirs.some((b) => samePhoto(a, b, prints)))) found.push(likeness)
  }
  const { photos, number } = petition
  const results = resultsOf(petition)
  seen(results, photos, { of: 'result', number, its: 'report' })
  for (const other of others) {
    if (other.confidential || other.id === petition.id) continue
    if (isOpen(other) && isOpen(petition) && other.grid === petition.grid)
      seen(photos, other.photos, { of: 'report', number: other.number, its: 'report' })
    seen(results, resultsOf(other), { of: 'result', number: other.number, its: 'result' })
  }
  return found
}

/** What was sent to show that it is done. */
export const resultsOf = (petition: Petition): readonly MediaId[] =>
  'resultPhotos' in petition ? petition.resultPhotos : []
