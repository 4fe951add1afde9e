import { messageId } from '../../src/domain/ids.ts'
import type { Petition } from '../../src/domain/petition/petition.ts'
import type { Timer } from '../../src/domain/petition/timer.ts'
import type { Cause, Entry } from '../../src/flows/ports.ts'
import { anEntry, at } from '../support/builders.ts'

export const press = (key: string): Cause => ({ kind: 'press', key })

export const message = (id: string): Cause => ({
  kind: 'message',
  channel: 'wechat',
  message: messageId(id),
})

export const aTimer = (key: string, due = '2026-03-02 10:00'): Timer => ({
  key,
  dueAt: at(due),
  command: { kind: 'escalate', of: 'accept', after: { amount: 4, unit: 'hours' }, to: 'mediator' },
})

let pressed = 0

/** An entry about a petition, caused by a press of its own. */
export const about = (petition: Petition, but: Partial<Entry> = {}): Entry =>
  anEntry({ cause: press(`press-${++pressed}`), outcome: 'registered', petition, ...but })
