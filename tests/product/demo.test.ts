import { execFile } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { aFolder } from '../support/postgres.ts'
import { processesOf } from './product.ts'

const folder = aFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** `npm run demo`, as a visitor types it; its folders are made in ours. */
const demo = (...args: string[]) =>
  new Promise<{ code: number | string; says: string; complains: string }>((tell) => {
    const env = { ...process.env, TMPDIR: folder }
    const command = ['run', '--silent', 'demo', ...(args.length > 0 ? ['--', ...args] : [])]
    execFile('npm', command, { env, maxBuffer: 64e6 }, (fault, says, complains) =>
      tell({ code: fault?.code ?? 0, says, complains }),
    )
  })

test('the week goes as it is written', async () => {
  const { code, says } = await demo()
  expect(/与剧本不符[\s\S]*/.exec(says)?.[0]).toBeUndefined()
  expect(says).toMatch(/\n全部 \d+ 条消息、\d+ 件诉求都与剧本一致。\n$/)
  expect(says).toContain('—— 一周合计 ——')
  expect(code).toBe(0)
  expect(processesOf(folder)).toEqual([])
}, 180_000)

test('a file of texts: of each row it is said what became of it', async () => {
  const rows = [
    '幸福里小区5栋2单元楼道灯坏了，晚上黑漆漆的',
    '幸福里小区3栋门口垃圾三天没清了',
    '我们小区电梯又停了，没人管',
    '火星基地七号楼漏水了',
    '大家早上好',
    '哈哈哈😄',
    '',
    '漏水了，'.repeat(5_000),
    '5栋1单元有人打起来了，快来人',
    '"未闭合的引号，还有\\反斜杠和<b>标签</b>',
  ]
  const file = join(folder, 'texts.tsv')
  const lines = rows.map((text, i) => `${i + 1}\t${text}`)
  writeFileSync(file, `id\tbody\n${lines.join('\n')}\n`)
  const { code, says } = await demo('--texts', file)
  const fates = says.split('\n').filter((line) => /^ {3,4}\d+ {2}/.test(line))
  expect(fates.map((line) => Number(line.slice(0, 5)))).toEqual(rows.map((_, i) => i + 2))
  expect(fates.join('\n')).not.toContain('没有读到')
  expect(says).toContain('合计 10 条：已收存并读完 10，已答复 10')
  expect(says).not.toContain('异常')
  expect(code).toBe(0)
  expect(processesOf(folder)).toEqual([])
}, 180_000)

test('a file or a column that is not there is named', async () => {
  const file = join(folder, 'other.tsv')
  writeFileSync(file, 'id\twords\n1\t漏水\n')
  expect(await demo('--texts', join(folder, 'nowhere.tsv'))).toMatchObject({
    ...{ code: 1, complains: expect.stringContaining('nowhere.tsv') },
  })
  const { code, complains } = await demo('--texts', file, '--column', 'body')
  expect(complains).toMatch(/没有“body”这一列，可选：id、words/)
  expect(code).toBe(1)
}, 60_000)
