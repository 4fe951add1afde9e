import { inOffice } from './operator/in-office.ts'
import { report } from './operator/report.ts'

await inOffice((desk) => report(process.argv.slice(2), desk))
