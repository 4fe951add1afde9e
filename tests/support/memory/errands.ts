import { deskKey } from '../../../src/domain/console/scope.ts'
import type { Errands } from '../../../src/flows/ports/errands.ts'
import type { Shelf } from './shelf.ts'

export const memoryErrands = (shelf: Shelf): Errands => {
  const oldest = () => [...shelf.errands.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    async number() {
      shelf.lastErrand += 1
      return shelf.lastErrand
    },
    open: async ({ person, desks }) =>
      oldest().filter(
        ({ dueAt, asker, head, desk }) =>
          dueAt !== null && (asker === person || head === person || desks.includes(deskKey(desk))),
      ),
    unfinished: async () => oldest().filter(({ dueAt }) => dueAt !== null),
    since: async (from) =>
      oldest()
        .filter(({ askedAt }) => askedAt >= from)
        .reverse(),
    askedBy: async (person) =>
      oldest()
        .filter(({ asker }) => asker === person)
        .reverse(),
    due: async (now, count) =>
      oldest()
        .flatMap((errand) =>
          errand.dueAt && errand.dueAt <= now ? [{ errand, at: errand.dueAt }] : [],
        )
        .sort((a, b) => a.at.getTime() - b.at.getTime())
        .slice(0, count)
        .map(({ errand }) => errand),
  }
}
