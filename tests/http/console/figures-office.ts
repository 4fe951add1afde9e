import { personId, unitCode } from '../../../src/domain/ids.ts'
import { storyUntil } from '../../../src/domain/numbers/story.ts'
import type { PetitionEvent } from '../../../src/domain/petition/event.ts'
import type { Rulebook } from '../../../src/domain/street/rulebook.ts'
import { smallBook } from '../../support/book.ts'
import { anEntry, at } from '../../support/builders.ts'
import { memory } from '../../support/memory.ts'
import { memoryDesk } from '../../support/memory-desk.ts'

/** The small street with a second community, so that there is somewhere else. */
export const twoCommunities: Rulebook = {
  ...smallBook,
  units: [
    ...smallBook.units,
    {
      ...{ code: unitCode('QS-HB'), parent: unitCode('QS'), kind: 'community' },
      ...{ name: '河滨社区', aliases: [] },
    },
    {
      ...{ code: unitCode('QS-HB-01'), parent: unitCode('QS-HB'), kind: 'grid' },
      ...{ name: '河滨新村东网格', aliases: [] },
    },
  ],
  staff: [
    ...smallBook.staff,
    {
      ...{ id: personId('S003'), name: '黄雪梅', role: 'community_manager' },
      ...{ unit: unitCode('QS-HB'), department: null, phone: '', accounts: {} },
    },
  ],
}

/** A desk whose clock is set by hand and whose petitions went through the timelines given. */
export function figuresOffice(now: string, book: Rulebook = twoCommunities) {
  let clock = at(now)
  let reads = 0
  const stores = memory({ book })
  const petitions = {
    ...stores.petitions,
    timeline: (id: Parameters<typeof stores.petitions.timeline>[0]) => {
      reads += 1
      return stores.petitions.timeline(id)
    },
  }
  const desk = {
    ...memoryDesk({ ...stores, petitions }, { clock: () => clock, report: () => {} }),
  }
  return {
    desk,
    stores,
    /** How many timelines were read. */
    reads: () => reads,
    itIs: (moment: string) => {
      clock = at(moment)
    },
    async happened(...timelines: readonly (readonly PetitionEvent[])[]) {
      for (const events of timelines) {
        const petition = storyUntil(events, at('2030-01-01 00:00'))?.petition
        if (!petition) throw new Error('nothing happened')
        const entry = anEntry({
          cause: { kind: 'press', key: petition.id },
          petition: { ...petition, version: 1 },
          events,
        })
        await stores.petitions.record([entry], clock)
      }
    },
  }
}
