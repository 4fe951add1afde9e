import { execFileSync } from 'node:child_process'

/** Who PostgreSQL runs as; `undefined`: whoever we are. */
export type Account = { readonly uid: number; readonly gid: number } | undefined

/** PostgreSQL refuses to run as root, so root lends it an account that every Linux has. */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf(name, '-u')
    const gid = idOf(name, '-g')
    if (uid !== undefined && gid !== undefined) return { uid, gid }
  }
  throw new Error(
    '以 root 运行时需要系统账户 postgres 或 nobody，但都不存在：请创建其一，或设置 DATABASE_URL。' +
      ' Running as root needs a system account "postgres" or "nobody", and there is neither: create one, or set DATABASE_URL.',
  )
}

function idOf(name: string, which: '-u' | '-g'): number | undefined {
  try {
    return Number(execFileSync('id', [which, name], { encoding: 'utf8', stdio: 'pipe' }))
  } catch {
    return undefined
  }
}
