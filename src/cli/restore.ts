import { join, resolve } from 'node:path'
import { restoreBackup } from '../../db/backup/restore-backup.ts'
import { ensurePostgres } from '../../db/embedded/ensure.ts'
import { readConfig } from '../config.ts'
import { makeFolder } from '../make-folder.ts'
import { helpIfAsked } from './help.ts'
import { linesOf, whyNot } from './operator/backup.ts'

const usage =
  'npm run restore -- --from 文件   把备份放进空的数据库和数据文件夹 [into an empty database and data folder]'

helpIfAsked(usage)
const [option, file, ...rest] = process.argv.slice(2)
const config = readConfig(process.env)
if (!config.ok || option !== '--from' || file === undefined || rest.length > 0) {
  console.error(config.ok ? usage : config.problem.join('\n'))
  process.exit(2)
}
const { dataFolder, databaseUrl } = config.value
await makeFolder(dataFolder)
const embedded = databaseUrl ? null : await ensurePostgres({ dir: join(dataFolder, 'postgres') })
let isDone = false
try {
  const url = databaseUrl ?? embedded?.url ?? ''
  const restored = await restoreBackup({ from: resolve(file), url, dataFolder })
  for (const line of ['已恢复 restored', ...linesOf(restored)]) console.log(line)
  isDone = true
} catch (fault) {
  console.error(whyNot(fault))
} finally {
  await embedded?.stop()
}
process.exit(isDone ? 0 : 2)
