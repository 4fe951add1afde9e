import { createHash, randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { openStores } from '../../../db/stores/open-stores.ts'
import { tenantId } from '../../../src/domain/ids.ts'

/** Puts weights of half a megabyte in force without end, their hash as their corpus; says each version (`added 3`). */
const [url = '', tenant = '', mediaFolder = ''] = process.argv.slice(2)
const { models } = await openStores({ url, tenant: tenantId(tenant), mediaFolder, newId: v7 })
console.log('begun')
for (;;) {
  const bytes = randomBytes(500_000)
  const corpus = createHash('sha256').update(bytes).digest('hex')
  const record = { origin: 'retrained', taxonomy: '', corrections: 0, figures: {} } as const
  const version = await models.add({ ...record, corpus, madeAt: new Date() }, bytes)
  console.log(`added ${version}`)
}
