import { inOffice } from './operator/in-office.ts'
import { token, tokenUsage } from './operator/token.ts'

await inOffice(tokenUsage, (desk, { tokens }) => token(process.argv.slice(2), { ...desk, tokens }))
