import { mayBeOne } from '../domain/console/likely-same.ts'
import type { Actor } from '../domain/people/roles.ts'
import type { Command } from '../domain/petition/command.ts'
import { decide } from '../domain/petition/decide.ts'
import type { Petition } from '../domain/petition/petition.ts'
import type { Refusal } from '../domain/petition/refusal.ts'
import { leftBy, takenOver } from '../domain/petition/take-over.ts'
import type { Result } from '../domain/result.ts'
import { actOnTwo } from './act-on-two.ts'
import { actOnce } from './act-once.ts'
import type { Desk } from './ports.ts'
import { bookFor } from './understand.ts'

/** Somebody says of a petition, as they see it, that it belongs elsewhere; `key`: of their press. */
interface Said {
  readonly petition: Petition
  readonly by: Actor
  readonly key: string
  readonly version: number
}

/**
 * Merges a petition into another one that is the same matter: in one, that one takes over people and words, and this one ends.
 * Refuses with `notNow` what stands alone or moved on, and as `decide` does.
 */
export async function mergeInto(
  other: Petition,
  { petition, by, key, version }: Said,
  desk: Desk,
): Promise<Result<'done', Refusal>> {
  const into = { petition: other.id, number: other.number }
  const merge: Command = { kind: 'merge', into }
  const merged = { petition: petition.id, command: merge, by, version, cause: press(key) }
  const book = await bookFor(petition, desk)
  const may = decide(merge, petition, by, desk.clock(), book)
  if (!may.ok || petition.version !== version) return actOnce(merged, desk)
  return actOnTwo(merged, { petition: other.id, commands: taken, isOptional: false }, desk)
}

/** Parts what was merged: it stands by itself again, and its people leave the other where that is still open. */
export async function partAgain(
  { petition, by, key, version }: Said,
  desk: Desk,
): Promise<Result<'done', Refusal>> {
  const unmerge: Command = { kind: 'unmerge' }
  const parted = { petition: petition.id, command: unmerge, by, version, cause: press(key) }
  const into = petition.status === 'withdrawn' ? petition.mergedInto : undefined
  if (!into) return actOnce(parted, desk)
  return actOnTwo(parted, { petition: into.petition, commands: leftBy, isOptional: true }, desk)
}

const taken = (petition: Petition, other: Petition) =>
  mayBeOne(petition, other) ? takenOver(petition, other) : null

const press = (key: string) => ({ kind: 'press', key }) as const
