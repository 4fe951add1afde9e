import { withoutWords } from './domain/without-words.ts'

/** PostgreSQL's own codes and the network's, for what an operator gets wrong most. */
const ofDatabases: Readonly<Record<string, string>> = {
  '28P01': '用户或密码不对 [user or password is wrong]',
  '28000': '数据库不让这个用户从本机连 [the server does not let this user in from here]',
  '3D000': '没有这个库 [no such database]',
  ECONNREFUSED: '那里没有数据库在听 [no server listens there]',
  ENOTFOUND: '主机名不对 [no such host]',
  CONNECT_TIMEOUT: '没有回应 [no answer]',
}

const ofFiles: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或文件夹 [no such file or folder]',
  EACCES: '没有权限 [not allowed]',
  EPERM: '没有权限 [not allowed]',
  EROFS: '这个盘只能读 [the disk is read-only]',
  ENOSPC: '磁盘满了 [the disk is full]',
  ENOTDIR: '路径里有一段不是文件夹 [a part of the path is no folder]',
  EEXIST: '已经有同名的文件 [a file of that name is there]',
  EISDIR: '这是一个文件夹 [it is a folder]',
}

/** Why a database cannot be used; null where its code is none that an operator can mend. */
export const databaseTrouble = (fault: unknown): string | null => ofDatabases[codeOf(fault)] ?? null

/**
 * A fault as an operator may read it: what can be mended (database, files) in a sentence that names it, anything else by
 * its kind and place, never by words that a database may have put into it.
 */
export function inOperatorsWords(fault: unknown): string {
  const database = databaseTrouble(fault)
  if (database) return `连不上数据库：${database}，请检查 DATABASE_URL，或运行 npm run doctor`
  const file = ofFiles[codeOf(fault)]
  return file ? `${pathOf(fault)}：${file}` : withoutWords(fault).message
}

const codeOf = (fault: unknown): string =>
  fault instanceof Error && 'code' in fault
    ? String(fault.code)
    : fault instanceof Error && fault.cause
      ? codeOf(fault.cause)
      : ''

const pathOf = (fault: unknown): string =>
  fault instanceof Error && 'path' in fault ? String(fault.path) : '文件 file'
