import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { databaseTrouble, inOperatorsWords } from '../../src/trouble.ts'

/** Those that would write, play or open a database; the data folder cannot be made, so whoever opened one would fail. */
const commands = ['lifecycle', 'bind']

test.each(commands)(
  '%s tells how it is used before it does anything',
  { timeout: 60_000 },
  (command) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', `src/cli/${command}.ts`, '--help'],
      { env: { PATH: process.env.PATH, LINLI_DATA: '/dev/null/nowhere' }, encoding: 'utf8' },
    )
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain(`npm run ${command}`)
  },
)

test('what an operator can mend is said in a sentence, and no word of a database is', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  expect(inOperatorsWords(new Error('query failed', { cause: refused }))).toContain(
    '连不上数据库：那里没有数据库在听',
  )
  const missing = Object.assign(new Error('open'), { code: 'ENOENT', path: '/backup/x.linli' })
  expect(inOperatorsWords(missing)).toContain('/backup/x.linli：没有这个文件')
  const told = inOperatorsWords(Object.assign(new Error('Key (王阿姨) exists'), { code: '23505' }))
  expect(told).toContain('23505')
  expect(told).not.toContain('王阿姨')
  expect(databaseTrouble(missing)).toBeNull()
})
