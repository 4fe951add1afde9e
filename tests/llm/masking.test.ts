import { expect, test } from 'vitest'
import { personId } from '../../src/domain/ids.ts'
import type { Stretch } from '../../src/domain/intake/message.ts'
import { maskedStretch } from '../../src/llm/masking.ts'
import { book } from '../domain/intake/a-street.ts'
import { talk } from '../domain/intake/understanding.ts'
import { says, shownIn } from '../support/fake-llm.ts'
import { stage } from './stage.ts'

const staffed = {
  ...book,
  staff: [{ id: personId('S1'), name: '陈建国' }],
} as unknown as typeof book

const textsOf = (stretch: Stretch) =>
  maskedStretch(stretch, staffed).messages.map(({ text }) => text)

const secrets = [
  '刘桂香',
  '桂香妹子',
  '13812345678',
  '138 1234 5678',
  '11010519491231002X',
  '0731-84567890',
  '6222021234567890123',
  '湘A12345',
  'liu@mail.example',
  'wxid_liu88',
  '陈建国',
  '周大海',
]

test('nothing of a person leaves the house', async () => {
  const stretch = talk(
    'meiyuan',
    '刘桂香(5-2-301桂香妹子): 我叫周大海的邻居家漏水到我家了 我电话13812345678 或者138 1234 5678',
    '老海(5-2-702周大海): @刘桂香 桂香妹子莫急 打0731-84567890 身份证11010519491231002X都登记了',
    '小何(6-1-101): 「刘桂香：我电话13812345678」\n- - - - - - - - - - - - - - -\n那辆湘A12345也堵着门 卡号6222021234567890123 邮箱liu@mail.example 微信:wxid_liu88',
  )
  const llm = await stage(() => says({ matters: [] }))
  await llm.reads(stretch)
  const [request] = llm.requests
  for (const secret of secrets.filter((s) => s !== '陈建国'))
    expect(request?.raw).not.toContain(secret)
  if (!request) throw new Error('nothing was asked')
  expect(shownIn(request).messages.map(({ from }) => from)).toEqual(['用户A', '用户B', '用户C'])
})

test.each<[string, string]>([
  ['@老周 你家也漏吗', '@用户B 你家也漏吗'],
  ['@物业管家 快来', '@某人 快来'],
  ['找陈建国反映过 没人来', '找工作人员反映过 没人来'],
  ['302张奶奶家停水了', '302张奶奶家停水了'],
  ['5栋2单元电梯坏了 3天', '5栋2单元电梯坏了 3天'],
  ['花了1380元 5月12日修的', '花了1380元 5月12日修的'],
])('%s goes out as %s', (text, masked) => {
  expect(textsOf(talk('meiyuan', `刘姐(5-2-301): ${text}`, '老周(5-2-702): 嗯嗯'))[0]).toBe(masked)
})

test('of the name in the group only the door goes out', () => {
  const { messages } = maskedStretch(talk('meiyuan', '刘姐(5-2-301刘桂香): 停水了'), book)
  expect(messages[0]?.door).toBe('5-2-301')
})

test('a name that is a word of the street stays, or its places and things would be lost', () => {
  expect(textsOf(talk('meiyuan', '梅园(5-2-301): 梅园小区电梯坏了', '电梯(5-2-302): 嗯'))[0]).toBe(
    '梅园小区电梯坏了',
  )
})

test('the longer of two names goes first', () => {
  expect(
    textsOf(talk('meiyuan', '刘姐(5-2-301): 刘姐姐说的对', '刘姐姐(5-2-302): 停水了'))[0],
  ).toBe('用户B说的对')
})

test('the same words of other people make the same question: who says them is no part of it', () => {
  const asked = (name: string) => {
    const { messages } = maskedStretch(talk('meiyuan', `${name}(5-2-301): 停水了`), book)
    return messages.map(({ from, text, door }) => [from, text, door])
  }
  expect(asked('刘姐')).toEqual(asked('老周'))
})
