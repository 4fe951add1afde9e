import { inOffice } from './operator/in-office.ts'
import { token } from './operator/token.ts'

await inOffice((desk, { tokens }) => token(process.argv.slice(2), { ...desk, tokens }))
