import { inOffice } from './operator/in-office.ts'
import { report, reportUsage } from './operator/report.ts'

await inOffice(reportUsage, (desk) => report(process.argv.slice(2), desk))
