import { existsSync } from 'node:fs'
import { access, constants, statfs } from 'node:fs/promises'
import { freemem } from 'node:os'
import { dirname } from 'node:path'
import { bad, doubtful, type Examined, good, noDataYet } from './finding.ts'

const gigabyte = 1024 ** 3
/** A street of 30,000 people writes some 2 GB of photos a month. */
const littleDisk = 5 * gigabyte
const noDisk = gigabyte / 2
/** The product needs about 200 MB, its own PostgreSQL as much again. */
const littleMemory = gigabyte / 2

/** Program, disk and memory of this machine. `version`: of Node, `v20.20.2`. */
export async function examineMachine(dataFolder: string, version: string): Promise<Examined[]> {
  return [examineNode(version), await examineFolder(dataFolder), examineMemory(freemem())]
}

function examineNode(version: string): Examined {
  const [major = 0, minor = 0] = version.slice(1).split('.').map(Number)
  const isEnough = major > 20 || (major === 20 && minor >= 19)
  return isEnough
    ? good('Node', version)
    : bad(
        'Node',
        `${version}，太旧`,
        '安装 Node 20.19 或更新的 20 系列 [install Node 20.19 or later]',
      )
}

async function examineFolder(folder: string): Promise<Examined> {
  const what = '数据文件夹'
  try {
    const there = existingOf(folder)
    await access(there, constants.W_OK)
    const { blocks, bavail, bsize } = await statfs(there)
    if (blocks === 0) throw new Error('not a file system that keeps anything') // as /proc
    const free = bavail * bsize
    const room = `${folder}，剩余 ${(free / gigabyte).toFixed(1)} GB`
    const says = there === folder ? room : `${room}，${noDataYet}`
    if (free < noDisk)
      return bad(what, says, '马上腾出空间，写满后收到的话就存不下来 [free some disk now]')
    if (free < littleDisk)
      return doubtful(what, says, '腾出空间，或把 LINLI_DATA 设到更大的盘 [free some disk]')
    return good(what, says)
  } catch {
    return bad(
      what,
      `${folder} 写不进去`,
      '换一个能写的文件夹：设置 LINLI_DATA，或用有权限的账户启动 [set LINLI_DATA to a folder you may write to]',
    )
  }
}

/** The folder, or the one in which it would be made. */
function existingOf(folder: string): string {
  return existsSync(folder) ? folder : existingOf(dirname(folder))
}

function examineMemory(free: number): Examined {
  const says = `空闲 ${(free / gigabyte).toFixed(1)} GB`
  return free < littleMemory
    ? doubtful('内存', says, '关掉别的程序，或换 2 GB 以上的机器 [close other programs]')
    : good('内存', says)
}
