import { unitOf } from '../people/in-charge.ts'
import type { Actor } from '../people/roles.ts'
import type { Command } from '../petition/command.ts'
import { decide } from '../petition/decide.ts'
import { sameDestination } from '../petition/destination.ts'
import type { Destination, Petition } from '../petition/petition.ts'
import { communityOf } from '../routing/route.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { type TaskAction, taskActions } from './card-view.ts'

/** What somebody may do with a petition right now: `decide` is asked, so that no button promises what is refused. */
export function mayDo(petition: Petition, by: Actor, at: Date, book: Rulebook): TaskAction[] {
  const [anywhere] = destinationsFor(petition, book)
  return taskActions.filter((action) => {
    const command = trial(action, anywhere ?? null)
    return command !== null && decide(command, petition, by, at, book).ok
  })
}

function trial(action: TaskAction, anywhere: Destination | null): Command | null {
  const words = '…'
  switch (action) {
    case 'accept':
      return { kind: 'accept' }
    case 'return':
      return { kind: 'return', reason: words }
    case 'transfer':
      return anywhere && { kind: 'transfer', to: anywhere, reason: words }
    case 'askExtension':
      return { kind: 'askExtension', days: null, reason: words }
    case 'approveExtension':
      return { kind: 'approveExtension', days: 1 }
    case 'refuseExtension':
      return { kind: 'refuseExtension', reason: words }
    case 'askHelp':
      return { kind: 'askHelp', text: words }
    case 'takePart':
      return { kind: 'takePart', came: false }
    case 'finishPart':
      return { kind: 'finishPart', result: words, photos: [] }
    case 'refusePart':
      return { kind: 'refusePart', reason: words }
    case 'resolve':
      return { kind: 'resolve', result: words, photos: [] }
  }
}

/**
 * Where a petition can be transferred to by choosing from a list: the departments of the street and the company of its own
 * estate, its community with the grids of it, the street office. Not where it is.
 */
export function destinationsFor(petition: Petition, book: Rulebook): Destination[] {
  const community = communityOf(unitOf(petition, book), book)
  const departments = book.departments
    .filter(({ estate }) => estate === null || estate === petition.place.name)
    .map(({ code }): Destination => ({ kind: 'department', code }))
  const units = book.units.flatMap((unit): Destination[] => {
    if (unit.kind === 'street') return [{ kind: 'street', code: unit.code }]
    if (unit.code === community?.code) return [{ kind: 'community', code: unit.code }]
    const isNear = unit.kind === 'grid' && unit.parent === community?.code
    return isNear ? [{ kind: 'grid', code: unit.code }] : []
  })
  return [...departments, ...units].filter(
    (to) => !('to' in petition && sameDestination(to, petition.to)),
  )
}
