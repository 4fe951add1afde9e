import { bind, bindUsage } from './operator/bind.ts'
import { inOffice } from './operator/in-office.ts'

await inOffice(bindUsage, (desk) => bind(process.argv.slice(2), desk))
