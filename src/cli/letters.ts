import { inOffice } from './operator/in-office.ts'
import { letters } from './operator/letters.ts'

await inOffice((desk) => letters(process.argv.slice(2), desk))
