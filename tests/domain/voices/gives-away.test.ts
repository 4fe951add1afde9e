import { expect, test } from 'vitest'
import { givesAway } from '../../../src/domain/voices/gives-away.ts'

test.each([
  ['明天上午9点到11点3栋停水检修', null],
  ['周六在社区201室开会', null],
  ['5栋高层住户请储水', null],
  ['1-3栋电梯年检，3月10日恢复', null],
  ['有事打13912345678', 'number'],
  ['请带身份证370102199003071234', 'number'],
  ['5栋2单元301水管漏了', 'door'],
  ['三组12号门前在修路', 'door'],
  ['5栋业主张建国请来领证', 'name'],
  ['5栋王奶奶走失，请帮忙找', 'name'],
])('%s: %s', (text, what) => {
  expect(givesAway(text)).toBe(what)
})
