import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { report } from '../../src/cli/operator/report.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'
import { unzipped } from '../support/unzipped.ts'

const folder = mkdtempSync(join(tmpdir(), 'linli-papers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const liu = 'wx-r-003'
const community = staffAccount('S002')

async function quarrel() {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(
    liu,
    'dm',
    '我是幸福里小区5栋2单元301的，电话13800001234，楼上天天半夜吵架，请社区调解',
  )
  await street.says(community, 'dm', '1001 签收')
  await street.says(community, 'dm', '1001 双方同意调解')
  return street
}
type Street = Awaited<ReturnType<typeof quarrel>>

const wanted = (street: Street, ...words: string[]) =>
  report([...words, '--out', folder], street.desk)
const printed = async (street: Street, ...words: string[]) => {
  const ending = await wanted(street, ...words)
  if (!ending.ok) throw new Error(ending.problem.join())
  const document = unzipped(readFileSync(ending.value[0] ?? ''), 'word/document.xml')
  return document.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

describe('the papers of a quarrel', () => {
  test('the agreement has the parts that the law names, and leaves who they are for a pen', async () => {
    const street = await quarrel()
    await street.says(
      community,
      'dm',
      '1001 调解成功：晚上十点后不出声响，有事先打电话，3月20日前装好隔音垫',
    )
    const text = await printed(street, 'agreement', '--petition', '1001')
    for (const part of [
      '人民调解协议书',
      '当事人（一）',
      '当事人（二）',
      '主要事实、争议事项以及各方当事人的责任',
      '晚上十点后不出声响',
      '履行协议的方式、期限',
      '2026年3月20日前',
      '签名、盖章或按指印',
      '人民调解员（林晓东）签名',
      '人民调解委员会（印章）',
    ])
      expect(text).toContain(part)
    expect(text).toMatch(/姓名：＿+/)
    expect(text).not.toMatch(/刘|301|13800001234|楼上天天/)
  })

  test('the list of the file says what is there, what is missing, and what only paper can show', async () => {
    const street = await quarrel()
    const before = await printed(street, 'casefile', '--petition', '1001')
    expect(before).toMatch(/调解记录 是 还没到这一步/)
    await street.says(community, 'dm', '1001 第一次调解没谈成：说不到一块')
    await street.says(community, 'dm', '1001 调解成功：各让一步，3月20日前装好隔音垫')
    const after = await printed(street, 'casefile', '--petition', '1001')
    expect(after).toMatch(/调解记录 是 2 系统有记录/)
    expect(after).toMatch(/还缺：履行凭证、回访记录。/)
    expect(after).toMatch(/当事人身份证明 是 纸质材料/)
  })

  test.each([
    ['an agreement that there is not yet', ['agreement', '--petition', '1001'], '还没有达成协议'],
    ['no such petition', ['casefile', '--petition', '2000'], '没有2000号'],
    ['no number', ['casefile'], '诉求编号'],
    ['an option that is none', ['casefile', '--week', '2026-W10'], '--week'],
  ])('%s is refused', async (_, words, says) => {
    const ending = await wanted(await quarrel(), ...words)
    expect(!ending.ok && ending.problem.join()).toContain(says)
  })

  test('what is no quarrel has none', async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
    const ending = await wanted(street, 'casefile', '--petition', '1001')
    expect(!ending.ok && ending.problem.join()).toContain('不是矛盾纠纷')
  })
})
