import { backup, backupUsage } from './operator/backup.ts'
import { inOffice } from './operator/in-office.ts'

await inOffice(backupUsage, (desk, { operation }, place) =>
  backup(process.argv.slice(2), { ...desk, operation }, place),
)
