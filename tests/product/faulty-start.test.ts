import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { aFolder } from '../support/postgres.ts'
import { processesOf, runProduct, streetLike } from './product.ts'

const folder = aFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What it says, and what it left behind. */
async function refused(settings: Readonly<Record<string, string>>) {
  const data = join(folder, `data-${Math.random().toString(36).slice(2)}`)
  const { ended, output } = runProduct({ LINLI_DATA: data, ...settings })
  const code = await ended
  expect(code).toBe(1)
  expect(output()).not.toMatch(/^\s+at .+:\d+:\d+/m)
  expect(output()).not.toMatch(/node:internal|Error:/)
  expect(processesOf(data)).toEqual([])
  return { says: output(), madeDatabase: existsSync(join(data, 'postgres')) }
}

test('a street with faults is named fault by fault, and nothing is imported', async () => {
  const street = streetLike(join(folder, 'street'), 'staff.csv', (text) =>
    text.replace('S009,朱卫东,grid_worker', 'S009,朱卫东,网格'),
  )
  const { says, madeDatabase } = await refused(street)
  expect(says).toContain('街道资料有误，什么都没有导入')
  expect(says).toMatch(/staff\.csv.*10.*role/)
  expect(says).toContain('网格')
  expect(madeDatabase).toBe(false)
})

test('a street that is not there is named by its path', async () => {
  const { says } = await refused({ LINLI_STREET: join(folder, 'nowhere') })
  expect(says).toContain('nowhere')
})

test('settings that are wrong are named all at once', async () => {
  const { says } = await refused({ PORT: 'eighty', HOST: '?', WECHAT_TOKEN: 'hunter2' })
  expect(says).toContain('设置有误')
  for (const name of ['PORT：', 'HOST：', 'WECHAT_ENDPOINT：']) expect(says).toContain(name)
  expect(says).not.toContain('hunter2')
})

test('a port in use is said to be in use, before anything else is started', async () => {
  const other = createServer()
  await new Promise<void>((open) => other.listen(0, '127.0.0.1', open))
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const { says, madeDatabase } = await refused({ PORT: `${port}` })
  expect(says).toContain(`端口 ${port} 已被占用`)
  expect(madeDatabase).toBe(false)
  await new Promise((closed) => other.close(closed))
})

test('a database that nobody can reach is said so, without its password', async () => {
  const { says } = await refused({ DATABASE_URL: 'postgres://linli:hunter2@127.0.0.1:1/linli' })
  expect(says).toContain('启动失败')
  expect(says).not.toContain('hunter2')
})

test('a data folder where nothing can be made is named at once', async () => {
  if (process.platform !== 'linux') return
  const began = performance.now()
  const { says } = await refused({ LINLI_DATA: '/proc/linli-data/here' })
  expect(says).toContain('数据目录 /proc/linli-data/here 建不了')
  expect(performance.now() - began).toBeLessThan(45_000) // a database that is waited for takes 60
})

test('what fails after the database is up takes the database down with it', async () => {
  const data = join(folder, 'spoilt')
  mkdirSync(data)
  writeFileSync(join(data, 'sandbox'), '') // a file where a folder must be
  const { says } = await refused({ LINLI_DATA: data })
  expect(says).toContain('启动失败')
  expect(existsSync(join(data, 'postgres'))).toBe(true)
  expect(processesOf(data)).toEqual([])
})

test('a data folder that cannot be made is named', async () => {
  const inside = join(folder, 'a-file', 'data')
  writeFileSync(join(folder, 'a-file'), '')
  const { says } = await refused({ LINLI_DATA: inside })
  expect(says).toContain('启动失败')
  expect(says).toContain(inside)
})
