import { inOffice } from './operator/in-office.ts'
import { retention } from './operator/retention.ts'

await inOffice((desk) => retention(process.argv.slice(2), desk))
