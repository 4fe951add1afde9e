import { leaseStore } from '../../../db/stores/leases.ts'
import { tenantId } from '../../../src/domain/ids.ts'

/** Says `ours` when it has the lease, `lost` when it lost it, `released` after a line of input. */
const [url = '', tenant = ''] = process.argv.slice(2)
const leases = leaseStore(url, tenantId(tenant))
const holder = { waiting() {}, lost: () => console.log('lost') }
const lease = await leases.acquire('bot', holder, new AbortController().signal)
console.log('ours')
process.stdin.once('data', async () => {
  await lease?.release()
  console.log('released')
})
