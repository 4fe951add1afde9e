import { v7 } from 'uuid'
import { openStores } from '../../../db/stores/open-stores.ts'
import { messageId, petitionId, tenantId } from '../../../src/domain/ids.ts'
import {
  aHeard,
  aLetter,
  anAcceptedNotice,
  anEntry,
  aPetition,
  aPetitioner,
} from '../../support/builders.ts'

/**
 * Hears messages and records petitions of them without end, several at a time, each with two events, two timers and two
 * letters; says the id of every message that was kept (`kept`) and of every petition that was recorded (`recorded`).
 */
const [url = '', tenant = '', mediaFolder = ''] = process.argv.slice(2)
const stores = await openStores({ url, tenant: tenantId(tenant), mediaFolder, newId: v7 })

async function work() {
  for (;;) {
    const id = v7()
    const now = new Date()
    const heard = messageId(id)
    await stores.inbox.keep([aHeard('漏水', { id: heard, room: id.slice(-1) })], now)
    console.log(`kept ${id}`)
    const [number = 0] = await stores.petitions.numbers(1)
    const petition = aPetition('dispatched', {
      id: petitionId(id),
      number,
      messages: [heard],
      supporters: [aPetitioner(`neighbour-${id}`)],
    })
    const urged = { kind: 'urged', by: null, at: now } as const
    const [answer] = await stores.petitions.record(
      [
        anEntry({
          cause: { kind: 'message', channel: 'wechat', message: heard },
          outcome: 'registered',
          petition,
          events: [urged, urged],
          timers: ['a', 'b'].map((key) => ({ key, dueAt: now, command: { kind: 'stopWaiting' } })),
          letters: ['1', '2'].map((n) =>
            aLetter(`${id}/${n}`, { notice: anAcceptedNotice(petition), sendAt: now }),
          ),
        }),
      ],
      now,
    )
    if (answer !== 'recorded') throw new Error(`${id} is ${answer}`)
    console.log(`recorded ${id}`)
  }
}
await Promise.all(Array.from({ length: 12 }, work))
