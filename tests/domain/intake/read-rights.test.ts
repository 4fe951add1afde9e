import { expect, test } from 'vitest'
import { readRights } from '../../../src/domain/intake/read-rights.ts'

test.each([
  ['你们存了我什么', 'stored'],
  ['你们都记了我哪些信息？', 'stored'],
  ['我的信息', 'stored'],
  ['查一下我的个人资料', 'stored'],
  ['谁看过我的信息', 'seen'],
  ['有谁查过我的身份吗', 'seen'],
  ['删除我的信息', 'erase'],
  ['请把', null],
  ['我要注销我的账号', 'erase'],
  ['群规', 'rules'],
  ['你们怎么用我们的话', 'rules'],
  ['匿名', 'conceal'],
  ['别说是我说的', 'conceal'],
  ['保密', 'conceal'],
  ['1001号帮我保密', 'conceal'],
  ['不要告诉物业是我反映的', 'conceal'],
  ['更正', 'correct'],
  ['更正我的称呼：刘女士', 'correct'],
  ['1001号是代王奶奶反映的', 'onBehalf'],
  ['1027号反映人是谁：要上门核实', 'identity'],
  ['1027 是谁反映的？', 'identity'],
  ['3号楼漏水', null],
  ['我的信息登记表在哪里领', null],
  ['谁看到我的快递了', null],
  ['小区要修改门禁密码', null],
  ['物业不要脸', null],
  ['保密局的人来了', null],
  ['别跟我说', null],
  ['别对我说这个', null],
  ['别告诉她是我说的', 'conceal'],
  ['别让人家知道是我', 'conceal'],
  ['是6栋不是5栋', null],
  ['更正，是6栋不是5栋', null],
])('%s: %s', (words, kind) => {
  expect(readRights(words)?.kind ?? null).toBe(kind)
})

test('what is put right is read with its new value', () => {
  expect(readRights('更正我的称呼：刘女士')).toMatchObject({ name: '刘女士', door: null })
  expect(readRights('更正门牌：5栋2单元302')).toMatchObject({ name: null, door: '5栋2单元302' })
  expect(readRights('1027号反映人是谁：要上门核实')).toMatchObject({ reason: '要上门核实' })
  expect(readRights('1001号是代王奶奶反映的')).toMatchObject({ whom: '王奶奶' })
})
