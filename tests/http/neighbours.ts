import { type SimWorld, simWorld } from '../../bots/sandbox/sim-world.ts'
import { letterId, personId } from '../../src/domain/ids.ts'
import type { Petition } from '../../src/domain/petition/petition.ts'
import type { WorldMessage } from '../../src/flows/ports/chat-world.ts'
import { webApp } from '../../src/http/app.tsx'
import type { Web } from '../../src/http/web.ts'
import { smallBook } from '../support/book.ts'
import { anAcceptedNotice, anEntry, aPetition, at } from '../support/builders.ts'
import { memory } from '../support/memory.ts'
import { memoryDesk } from '../support/memory-desk.ts'

const people = [
  { id: 'wx-r-001', name: '刘敏' },
  { id: 'wx-r-002', name: '王芳' },
  ...smallBook.staff.map(({ id, name }) => ({ id: `wx-${id}`, name })),
]

const rooms = [
  {
    id: 'room-xf-1',
    topic: '幸福里业主群①',
    members: [
      { id: 'wx-r-001', alias: '5-2-301刘' },
      { id: 'wx-r-002', alias: '5-2-302王' },
      { id: 'wx-S010', alias: '网格员小高' },
      { id: 'wx-S061', alias: '' },
    ],
  },
  { id: 'room-staff', topic: '青石街道工作群', members: [{ id: 'wx-S061', alias: '' }] },
]

/**
 * The web side over a street in memory whose bot knows one trick: who says 灯 gets petition 1027 registered, a line in
 * the group and a task for the property company.
 */
export function neighbours() {
  let now = at('2026-03-02 09:00')
  const world = simWorld({ bot: { id: 'wx-bot', name: '邻里小助手' }, people, rooms }, () => now)
  const stores = memory({ book: smallBook })
  const faults: string[] = []
  const web: Web = {
    desk: memoryDesk(stores, { clock: () => now, report: (what) => faults.push(what) }),
    world,
    timeMachine: {
      now: () => now,
      async moveTo(moment) {
        await new Promise((resolve) => setTimeout(resolve, 300))
        now = moment
      },
    },
    doors: () => [],
  }
  /** Writes a petition down as if it had been dispatched and its reporter told. */
  const registers = (petition: Petition = aPetition('handling')): Promise<unknown> =>
    stores.petitions.record(
      [
        anEntry({
          cause: { kind: 'press', key: petition.id },
          petition: { ...petition, version: 1 },
          events: [
            { kind: 'registered', petition, because: '网格 QS-XF-02', by: null, at: now },
            { kind: 'urged', by: personId('resident-1'), at: now },
          ],
          letters: [
            {
              id: letterId('letter-1'),
              to: { kind: 'person', person: petition.reporter.person },
              notice: anAcceptedNotice(petition),
              sendAt: now,
            },
          ],
        }),
      ],
      now,
    )
  world.listen((message) => void answer(message, world, registers))
  return { app: webApp(web), web, world, registers, faults }
}

async function answer(message: WorldMessage, world: SimWorld, register: () => Promise<unknown>) {
  if (message.from === world.bot || message.recalled || !message.text.includes('灯')) return
  await register()
  const bot = { from: world.bot, type: 'text' } as const
  world.post({ ...bot, room: message.room, dmWith: null, text: '已登记1027号，安居物业办理。' })
  world.post({ ...bot, room: null, dmWith: 'wx-S061', text: '新任务1027号：楼道灯不亮。' })
}

/** A form sent by one of our own pages. */
export const form = (fields: Readonly<Record<string, string | File>>): RequestInit => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return { method: 'POST', body, headers: { 'Sec-Fetch-Site': 'same-origin' } }
}
