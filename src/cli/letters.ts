import { inOffice } from './operator/in-office.ts'
import { letters, lettersUsage } from './operator/letters.ts'

await inOffice(lettersUsage, (desk) => letters(process.argv.slice(2), desk))
