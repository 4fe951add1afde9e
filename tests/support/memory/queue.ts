import { liesIn, lookWithin, reads } from '../../../src/domain/console/scope.ts'
import { pairsOf } from '../../../src/domain/console/search.ts'
import { dueFirst, isIn, type QueueViewer, tabs } from '../../../src/domain/console/tabs.ts'
import { waitsForDecision } from '../../../src/domain/console/to-decide.ts'
import { isHushed } from '../../../src/domain/heads/relay.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import type { Counts, Narrowed, Queue } from '../../../src/flows/ports/queue.ts'
import type { Shelf } from './shelf.ts'

export const memoryQueue = ({ petitions, writes }: Shelf): Queue => ({
  async page(tab, viewer, narrowed, cursor, count) {
    const newest = tab === 'all'
    const keyOf = (petition: Petition) => (newest ? petition.registeredAt : dueFirst(petition))
    const sign = newest ? -1 : 1
    const order = (a: readonly [Date, number], b: readonly [Date, number]) =>
      sign * (a[0].getTime() - b[0].getTime() || a[1] - b[1])
    return [...petitions.values()]
      .filter((petition) => isIn(tab, petition, viewer) && fits(petition, viewer, narrowed))
      .map((petition) => ({ petition, key: [keyOf(petition), petition.number] as const }))
      .filter(({ key }) => !cursor || order(key, [cursor.at, cursor.number]) > 0)
      .sort((a, b) => order(a.key, b.key))
      .slice(0, count)
      .map(({ petition }) => petition)
  },
  async counts(viewer) {
    const all = [...petitions.values()]
    const counted = tabs.map((tab) => [tab, all.filter((one) => isIn(tab, one, viewer)).length])
    const { all: _, ...counts } = Object.fromEntries(counted)
    return counts as Counts
  },
  async undecided(scope) {
    return [...petitions.values()].filter(
      (petition) => waitsForDecision(petition) && lookWithin(petition, scope) !== 'none',
    )
  },
  // its clock counts writes
  async news(since) {
    const ids = new Set(since ? writes.slice(since.getTime()) : [])
    return {
      petitions: [...petitions.values()].filter(({ id }) => ids.has(id)),
      at: new Date(writes.length),
    }
  },
})

function fits(petition: Petition, { scope }: QueueViewer, narrowed: Narrowed): boolean {
  const { status, categories, part, desk, urgency, registeredSince, search, numbers } = narrowed
  const { number, place, pairs } = search ?? {}
  const to = 'to' in petition ? `${petition.to.kind}/${petition.to.code}` : null
  const written = pairsOf([petition.summary, ...petition.words].join(' '))
  return (
    (!numbers || numbers.includes(petition.number)) &&
    (!status || petition.status === status) &&
    (!categories || categories.includes(petition.category)) &&
    (!part || liesIn(petition, part)) &&
    (!desk || to === desk) &&
    (!urgency || petition.urgency === urgency) &&
    (!registeredSince || petition.registeredAt >= registeredSince) &&
    (number === undefined || petition.number === number) &&
    (!place ||
      (petition.place.name === place.name &&
        (place.building === null || petition.place.building === place.building))) &&
    (!pairs ||
      (!petition.confidential &&
        !isHushed(petition) &&
        reads(petition, scope) &&
        pairs.every((pair) => written.includes(pair))))
  )
}
