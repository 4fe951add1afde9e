/** Plays the sample week into the database `sample` of a server: `play-console-sample.ts FOLDER SERVER`, by `console-sample.ts`. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import postgres from 'postgres'
import { playSample } from '../../src/cli/console-sample/play-sample.ts'

const [folder, root] = process.argv.slice(2)
if (!folder || !root) throw new Error('say where: play-console-sample.ts FOLDER SERVER')
try {
  const sql = postgres(`${root}/postgres`, { max: 1, onnotice: () => {} })
  await sql`drop database if exists sample`
  await sql`create database sample`
  await sql.end()
  await playSample('db/sample-street', { databaseUrl: `${root}/sample`, dataFolder: folder })
  await writeFile(join(folder, 'played'), '')
} catch (fault) {
  await writeFile(join(folder, 'failed'), '')
  throw fault
}
