import { execFile } from 'node:child_process'
import { accessSync, constants, readdirSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import postgres from 'postgres'
import { temporaryFolder } from './databases.ts'
import { type Insert, toSql } from './same-rows.ts'

/** The statements of one transaction, and the values that are sent with it. */
export interface RowsToWrite {
  readonly inserts: readonly Insert[]
  readonly values: readonly string[]
}

/** Who writes the same rows one transaction a message, with eight connections. */
export interface Rival {
  readonly name: string
  /** Writes for some time; answers transactions a second. */
  write(url: string, seconds: number, rows: RowsToWrite): Promise<number>
}

const clients = 8

/** pgbench where it is installed, else a bare loop of the driver. */
export function rival(): Rival {
  const program = findPgbench()
  return program ? pgbench(program) : driverLoop
}

function findPgbench(): string | undefined {
  const versions = '/usr/lib/postgresql'
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...listed(versions).map((version) => join(versions, version, 'bin')),
  ]
  return folders.map((folder) => join(folder, 'pgbench')).find(isProgram)
}

const listed = (folder: string): string[] => {
  try {
    return readdirSync(folder).sort().reverse()
  } catch {
    return []
  }
}

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const pgbench = (program: string): Rival => ({
  name: `pgbench -M prepared -c ${clients} -j 2`,
  async write(url, seconds, { inserts, values }) {
    const folder = await temporaryFolder()
    try {
      const script = join(folder, 'one-message.sql')
      const statements = inserts.map((insert) =>
        toSql(
          insert,
          () => ':number',
          (at) => `:sent_${at}`,
        ),
      )
      const lines = ['begin', ...statements, 'commit'].map((statement) => `${statement};`)
      const numbered = [`\\set n :n + ${clients}`, '\\set number :n + :client_id']
      await writeFile(script, `${[...numbered, ...lines].join('\n')}\n`)
      const sent = values.flatMap((value, at) => ['-D', `sent_${at}=${value}`])
      const { hostname, port, username, password, pathname } = new URL(url)
      const stdout = await output(
        program,
        [
          ...['-M', 'prepared', '-c', `${clients}`, '-j', '2', '-n', '-T', `${seconds}`],
          ...['-f', script, '-D', 'n=0', ...sent],
          ...['-h', hostname, '-p', port, '-U', username, pathname.slice(1)],
        ],
        { ...process.env, PGPASSWORD: decodeURIComponent(password) },
      )
      const rate = /^tps = ([\d.]+)/m.exec(stdout)?.[1]
      if (!rate || !/failed transactions: 0 /.test(stdout)) throw new Error(`pgbench: ${stdout}`)
      return Number(rate)
    } finally {
      await rm(folder, { recursive: true })
    }
  },
})

const output = (program: string, args: readonly string[], env: NodeJS.ProcessEnv) =>
  new Promise<string>((resolve, reject) =>
    execFile(program, args, { env }, (fault, stdout) => (fault ? reject(fault) : resolve(stdout))),
  )

/** Prepared statements in `begin` and `commit`, nothing else around them. */
export const driverLoop: Rival = {
  name: `a bare loop of the driver (pgbench is not installed), ${clients} connections`,
  async write(url, seconds, { inserts, values }) {
    const sql = postgres(url, { max: clients })
    const numbers: number[] = []
    const statements = inserts.map((insert) => {
      const parameters: (string | undefined)[] = []
      const text = toSql(
        insert,
        () => `$${parameters.push(undefined)}`,
        (at) => `$${parameters.push(values[at])}`,
      )
      return { text, of: (n: number) => parameters.map((value) => value ?? `${n}`) }
    })
    const until = performance.now() + seconds * 1000
    const client = async () => {
      while (performance.now() < until) {
        const n = numbers.push(0)
        await sql.begin(async (tx) => {
          for (const { text, of } of statements) await tx.unsafe(text, of(n), { prepare: true })
        })
      }
    }
    try {
      const begun = performance.now()
      await Promise.all(Array.from({ length: clients }, client))
      return numbers.length / ((performance.now() - begun) / 1000)
    } finally {
      await sql.end()
    }
  },
}
