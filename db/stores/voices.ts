import type { Spoken, Voice } from '../../src/domain/voices/voice.ts'
import type { Voices } from '../../src/flows/ports/voices.ts'
import { revive } from '../json.ts'
import type { Connection } from './connect.ts'
import { nextNumber } from './next-number.ts'

export const voiceStore = ({ tenant, sql }: Connection): Voices => ({
  number: () => nextNumber('voice', { tenant, sql }),
  async open() {
    const rows = await sql`
      select body from voice where tenant_id = ${tenant} and state = 'open' order by id desc`
    return rows.map(({ body }) => revive<Spoken>(body))
  },
  async latest(count) {
    const rows = await sql`
      select body from voice where tenant_id = ${tenant} order by id desc limit ${count}`
    return rows.map(toVoice)
  },
  async due(now, count) {
    const rows = await sql`
      select body from voice where tenant_id = ${tenant} and due_at <= ${now}
      order by due_at, id limit ${count}`
    return rows.map(toVoice)
  },
})

const toVoice = ({ body }: { body?: unknown }) => revive<Voice>(body)
