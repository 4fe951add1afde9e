import { inOffice } from './operator/in-office.ts'
import { rooms } from './operator/rooms.ts'

await inOffice((desk, stores) => rooms(process.argv.slice(2), desk, stores.bindRoom))
