import { messageId } from '../../../src/domain/ids.ts'
import type { PetitionEvent } from '../../../src/domain/petition/event.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { timersFor } from '../../../src/domain/petition/timers.ts'
import type { Rulebook } from '../../../src/domain/street/rulebook.ts'
import { smallBook } from '../../support/book.ts'
import { aHeard, anEntry, aPetition, at } from '../../support/builders.ts'
import { memory } from '../../support/memory.ts'
import { memoryDesk } from '../../support/memory-desk.ts'

/** The desk of a street whose clock is turned by hand. */
export function petitionDesk(book: Rulebook = smallBook) {
  let now = at('2026-03-02 10:00')
  const stores = memory({ book })
  const faults: string[] = []
  const desk = memoryDesk(stores, { clock: () => now, report: (what) => faults.push(what) })
  /** Writes a petition down as if it had been registered and dispatched at nine. */
  const registers = async (
    petition: Petition = aPetition('dispatched'),
    events: readonly PetitionEvent[] = [],
  ): Promise<void> => {
    const said = petition.words.map((text, i) =>
      aHeard(text, { id: petition.messages[i] ?? messageId(`extra-${i}`) }),
    )
    await desk.inbox.keep(said, petition.registeredAt)
    const registered = {
      kind: 'registered',
      petition,
      because: '网格 QS-XF-02',
      by: null,
      at: petition.registeredAt,
    } as const
    await stores.petitions.record(
      [
        anEntry({
          cause: { kind: 'press', key: `made/${petition.id}` },
          petition: { ...petition, version: 1 },
          events: [registered, ...events],
          timers: timersFor(petition, book),
        }),
      ],
      now,
    )
  }
  return {
    desk,
    stores,
    faults,
    registers,
    itIs: (moment: string) => {
      now = at(moment)
    },
  }
}
