import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { v7 } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { openStores } from '../../db/stores/open-stores.ts'
import { tenantId } from '../../src/domain/ids.ts'
import { aFolder, freshDatabase } from '../support/postgres.ts'
import { run } from './processes/child.ts'

const url = await freshDatabase()
const tenant = v7()
const mediaFolder = aFolder()
const stores = await openStores({ url, tenant: tenantId(tenant), mediaFolder, newId: v7 })
afterAll(async () => {
  await stores.close()
  rmSync(mediaFolder, { recursive: true, force: true })
})

test('who is killed while putting weights in force leaves the old ones or the new ones, whole', async () => {
  let told = 0
  for (let kill = 0; kill < 6 || told <= 6; kill++) {
    const child = run('add-models.ts', [url, tenant, mediaFolder])
    await child.line()
    await sleep(20 + Math.random() * 300)
    await child.kill()
    for (const line of await child.rest())
      told = Math.max(told, Number(/added (\d+)/.exec(line)?.[1] ?? 0))
    await sleep(200) // what was under way ends now, one way or the other
    const inForce = await stores.models.inForce()
    expect([told, told + 1]).toContain(inForce)
    if (inForce === 0) continue
    const record = (await stores.models.list()).find(({ version }) => version === inForce)
    const bytes = await stores.models.bytes(inForce)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(record?.corpus)
    told = inForce
  }
}, 120_000)
