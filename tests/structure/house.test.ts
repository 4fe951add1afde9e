import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..', '..')
const longest = 300

test(`no file is longer than ${longest} lines`, () => {
  const files = execFileSync(
    'git',
    ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx', '*.css', '*.cjs'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
    .split('\n')
    .filter((file) => file && !file.startsWith('db/migrations/'))
  expect(files.length).toBeGreaterThan(50)
  const long = files.flatMap((file) => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n').length - 1
    return lines > longest ? [`${file} (${lines})`] : []
  })
  expect(long).toEqual([])
})

/** A copy of the house, so that a planted breach never stands in the real one. */
let copy: string
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'linli-house-'))
  for (const part of [
    'src',
    'bots',
    'db',
    '.dependency-cruiser.cjs',
    'tsconfig.json',
    'package.json',
  ])
    cpSync(join(root, part), join(copy, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const cruise = () =>
  spawnSync(
    'node',
    [join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), 'src', 'bots', 'db'],
    {
      cwd: copy,
      encoding: 'utf8',
    },
  )

test('the dependency rule holds, and sees the whole house', () => {
  const { stdout, status } = cruise()
  expect(stdout).toContain('no dependency violations found')
  expect(Number(/\((\d+) modules/.exec(stdout)?.[1])).toBeGreaterThan(100)
  expect(status).toBe(0)
}, 120_000)

const breaches = [
  {
    file: 'src/domain/planted-import.ts',
    code: "import type { Desk } from '../flows/ports.ts'\nexport type Planted = Desk\n",
    rule: 'src domain stays within its bounds',
  },
  {
    file: 'src/domain/planted-node.ts',
    code: "import { readFileSync } from 'node:fs'\nexport const planted = readFileSync\n",
    rule: 'the domain touches nothing outside',
  },
  {
    file: 'bots/wechat/planted.ts',
    code: "export { simWorld } from '../sandbox/sim-world.ts'\n",
    rule: 'one channel knows no other',
  },
  {
    file: 'src/flows/planted.ts',
    code: "import { wire } from '../wire.ts'\nexport const planted = wire\n",
    rule: 'only wire knows all',
  },
] as const

test('each of several breaches planted at once is caught where it stands', () => {
  for (const { file, code } of breaches) writeFileSync(join(copy, file), code)
  const { stdout, status } = cruise()
  for (const { file } of breaches) rmSync(join(copy, file))
  for (const { file, rule } of breaches)
    expect.soft(stripVTControlCharacters(stdout)).toContain(`error ${rule}: ${file} `)
  expect(status).not.toBe(0)
}, 120_000)
