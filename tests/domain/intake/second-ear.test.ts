import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { categoryCode } from '../../../src/domain/ids.ts'
import { classify } from '../../../src/domain/intake/classify.ts'
import { type Cue, cuesOf } from '../../../src/domain/intake/cues.ts'
import { emergencyIn } from '../../../src/domain/intake/emergency.ts'
import { decodeModel } from '../../../src/domain/intake/model.ts'
import { dangerByModel } from '../../../src/domain/intake/second-ear.ts'

const model = decodeModel(readFileSync('src/classifier/weights.bin'))
const said = (danger: number, code = '0812', petition = 0.9) => ({
  danger,
  petition,
  categories: [{ code: categoryCode(code), p: 0.8 }],
})
const none: ReadonlySet<Cue> = new Set()

test('a likely danger is heard where no sign is known, and what it is follows from the words', () => {
  expect(dangerByModel('屋头那股怪味冲得人站不住', said(0.95, '0803'), none)?.danger).toBe('gas')
  expect(dangerByModel('她把药都摆在床头 门也不开', said(0.95), none)?.danger).toBe('suicide')
  expect(dangerByModel('人在塘中间 手都看不见了', said(0.95), none)?.danger).toBe('water')
  expect(dangerByModel('小宝脸都紫了 拍背也没用', said(0.95), none)?.danger).toBe('child')
  expect(dangerByModel('老爷子叫不应了 身上冰凉', said(0.95), none)?.danger).toBe('medical')
})

test('doubt, a bare word, what is over, and what is told for fun stay what they were', () => {
  const text = '老爷子叫不应了 身上冰凉'
  expect(dangerByModel(text, said(0.6), none)).toBeNull()
  expect(dangerByModel(text, said(0.95, '0812', 0.1), none)).toBeNull()
  expect(dangerByModel('快来人', said(0.99), none)).toBeNull()
  expect(dangerByModel('锅烧干了一屋子烟 人没事 窗开着', said(0.99), none)).toBeNull()
  expect(dangerByModel(text, said(0.99), new Set<Cue>(['joke']))).toBeNull()
})

/** Neither learnt from nor known to the signs; of such lines about one in eight is heard. */
const unknownToSigns = [
  '我外婆从早上喊到现在喊不醒 手脚都凉了',
  '二楼阿姨坐在阳台栏杆外面 抱着照片 谁劝都不理',
]
const onlySoundsLikeIt = [
  '昨晚梦见掉水里 吓醒一身汗',
  '煤气费怎么又涨了',
  '热得我要化了',
  '消防演练几点开始',
  '这辣椒吃得我眼泪直流',
  '上个月楼上漏水把柜子泡了 一直没赔',
]

test('told around the word, danger is heard by one of both; everyday words are not', () => {
  const heard = (text: string) =>
    emergencyIn(text) ?? dangerByModel(text, classify(text, model), cuesOf(text))
  for (const text of unknownToSigns) expect.soft(heard(text), text).not.toBeNull()
  for (const text of onlySoundsLikeIt) expect.soft(heard(text), text).toBeNull()
})
