import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { startMail } from '../../bots/mail/mail.ts'
import { letterId, petitionId } from '../../src/domain/ids.ts'
import { decodeModel } from '../../src/domain/intake/model.ts'
import { letterCarrier } from '../../src/flows/deliver-letters.ts'
import type { Desk } from '../../src/flows/ports.ts'
import { sayAll } from '../../src/texts/say.ts'
import { memory } from '../support/memory.ts'
import { mailServer } from './mail-server.ts'
import { sampleBook } from './open311-stage.ts'

const model = decodeModel(readFileSync('src/classifier/weights.bin'))
const readers = ['li', 'wang', 'zhao', 'sun']
const each = 5
/** Whom only letters reach. */
const staff = sampleBook.staff
  .slice(0, readers.length)
  .map((one, i) => ({ ...one, accounts: { mail: `${readers[i]}@home.example` } }))
const book = { ...sampleBook, staff }

test('two workers send each letter once and in order, through refusals, full mailboxes and lost answers', async () => {
  const server = await mailServer()
  const first = memory({ book })
  let now = new Date('2026-03-02T09:00:00+08:00').getTime()
  const clock = () => new Date(now)
  const worker = (stores: ReturnType<typeof memory>) => {
    const desk: Desk = {
      ...{
        ...stores,
        tenant: sampleBook.tenant,
        publicUrl: 'http://localhost',
        model,
        secondReader: null,
        senses: null,
      },
      ...{ clock, newId: v7, report: () => {} },
    }
    const mail = startMail({
      settings: {
        ...{ host: '127.0.0.1', port: server.port, security: 'none', login: null },
        ...{ from: 'linli@street.example', perMinute: 6_000 },
      },
      ...{ media: stores.media, seen: stores.seenKeys, say: sayAll, clock, report: () => {} },
    })
    return { desk, mail, carrier: letterCarrier(desk) }
  }
  const [one, two] = [worker(first), worker(memory({ shelf: first.shelf }))]
  const { desk } = one
  const people = staff.map(({ id }) => id)
  const brief = {
    petition: petitionId('p'),
    number: 1,
    category: '',
    summary: '',
    place: '',
    handler: '',
  }
  const letters = people.flatMap((person, i) =>
    Array.from({ length: each }, (_, n) => ({
      ...{ id: letterId(v7()), to: { kind: 'person', person } as const, sendAt: clock() },
      notice: { kind: 'noted', brief, text: `${readers[i]}的第${n}封`, photos: [] } as const,
    })),
  )
  const entry = { outcome: 'test', petition: null, events: [], timers: [] }
  await desk.petitions.record([{ ...entry, cause: { kind: 'press', key: 'k' }, letters }], clock())
  server.plan({ at: 'to', code: 451 }, { at: 'lostAnswer' }, { at: 'connect', code: 421 })

  const sent = async () => {
    const all = await Promise.all(people.map((person) => desk.outbox.letters({ person })))
    return all.flat().filter(({ state }) => state === 'sent').length
  }
  for (let round = 0; round < 300 && (await sent()) < letters.length; round++) {
    await Promise.all([one, two].map(({ carrier, mail }) => carrier.carry({ mail: mail.channel })))
    now += 10_000
    await wait(50)
  }
  for (const { carrier, mail } of [one, two]) {
    carrier.stop()
    mail.stop()
  }
  await server.leave()

  expect(await sent()).toBe(letters.length)
  const shown = new Map(
    server.taken().map(({ messageId, to, text }) => [messageId, `${to}: ${text}`]),
  )
  expect(shown.size).toBe(letters.length)
  expect(server.taken()).toHaveLength(letters.length + 1) // the lost answer, under its id again
  for (const reader of readers) {
    const theirs = [...shown.values()].filter((one) => one.startsWith(reader))
    const order = theirs.map((one) => Number(/第(\d)封/.exec(one)?.[1]))
    expect(order).toEqual([0, 1, 2, 3, 4])
  }
}, 60_000)
