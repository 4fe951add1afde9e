import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'

export const user = 'linli'

/** Where things are in the folder of an embedded PostgreSQL. */
export const paths = (dir: string) => ({
  data: join(dir, 'data'),
  password: join(dir, 'password'),
  log: join(dir, 'server.log'),
})

/**
 * Makes an empty cluster with a password of its own in `dir`, unless one is there. It appears whole or not at all: two
 * processes that start together, or one that is killed meanwhile, leave no half of it.
 *
 * Throws when the folder was made by another major version of PostgreSQL.
 */
export function makeCluster(dir: string, { initdb, major }: Binaries, account: Account): void {
  const { data } = paths(dir)
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(dir, initdb, account)
  const madeBy = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (madeBy !== major)
    throw new Error(
      `${data} 由 PostgreSQL ${madeBy} 创建，而内置的是 ${major}：请先用旧版本导出，再导入新目录。` +
        ` ${data} was made by PostgreSQL ${madeBy}, ours is ${major}: export with the old one, import into a new folder.`,
    )
}

function initialise(dir: string, initdb: string, account: Account) {
  removeLeftovers(dir)
  const scratch = `${dir}.init-${process.pid}-${randomBytes(4).toString('hex')}`
  const { data, password } = paths(scratch)
  try {
    for (const folder of [scratch, data]) {
      mkdirSync(folder, { mode: 0o700 })
      if (account) chownSync(folder, account.uid, account.gid)
    }
    writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 })
    if (account) chownSync(password, account.uid, account.gid)
    runInitdb(initdb, data, password, account)
    renameSync(scratch, dir)
  } catch (fault) {
    rmSync(scratch, { recursive: true, force: true })
    if (!existsSync(join(paths(dir).data, 'PG_VERSION'))) throw fault // else another process was faster
  }
}

function runInitdb(initdb: string, data: string, password: string, account: Account) {
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  const run = spawnSync(
    initdb,
    // biome-ignore format: one concern a line
    [
      '-D', data, '-U', user, '--pwfile', password, '-A', 'scram-sha-256',
      '-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${locale}`,
      '--data-checksums', '--no-instructions',
    ],
    { ...account, cwd: data, encoding: 'utf8' },
  )
  if (run.status !== 0)
    throw new Error(`数据库初始化失败 The database could not be made: ${run.stderr || run.error}`, {
      cause: run.error,
    })
}

/** Makes the folder above `dir`; throws when the server's account could not walk down to it. Answers the true path. */
export function prepareFolder(dir: string, account: Account): string {
  mkdirSync(dirname(dir), { recursive: true })
  const parent = realpathSync(dirname(dir))
  if (account) assertReachable(parent, account)
  return join(parent, basename(dir))
}

function assertReachable(folder: string, account: Account) {
  for (let at = folder; at !== dirname(at); at = dirname(at)) {
    const { mode, uid } = statSync(at)
    if ((mode & (uid === account?.uid ? 0o100 : 0o001)) === 0)
      throw new Error(
        `PostgreSQL 不以 root 运行，进不了 ${at}：请把数据放在 /var/lib/linli，或改用普通用户启动。` +
          ` PostgreSQL does not run as root and cannot enter ${at}: keep the data in /var/lib/linli, or start as an ordinary user.`,
      )
  }
}

/** What processes left that were killed while they made a cluster; what their initdb still writes is for the next time. */
function removeLeftovers(dir: string) {
  const prefix = `${basename(dir)}.init-`
  for (const name of readdirSync(dirname(dir)))
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length).split('-')[0])))
      try {
        rmSync(join(dirname(dir), name), { recursive: true, force: true })
      } catch {}
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
