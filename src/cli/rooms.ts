import { inOffice } from './operator/in-office.ts'
import { rooms, roomsUsage } from './operator/rooms.ts'

await inOffice(roomsUsage, (desk, stores) => rooms(process.argv.slice(2), desk, stores.bindRoom))
