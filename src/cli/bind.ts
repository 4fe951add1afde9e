import { bind } from './operator/bind.ts'
import { inOffice } from './operator/in-office.ts'

await inOffice((desk) => bind(process.argv.slice(2), desk))
