import { createInterface } from 'node:readline'
import { ensurePostgres } from '../../../db/embedded/ensure.ts'

/** Holds the PostgreSQL in the folder given, says its address, and lets go when a line comes in. */
const { url, stop } = await ensurePostgres({ dir: process.argv[2] ?? '' })
console.log(url)
for await (const _ of createInterface({ input: process.stdin })) break
await stop()
console.log('stopped')
process.exit()
