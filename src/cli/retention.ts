import { inOffice } from './operator/in-office.ts'
import { retention, retentionUsage } from './operator/retention.ts'

await inOffice(retentionUsage, (desk) => retention(process.argv.slice(2), desk))
