import { describe, expect, test } from 'vitest'
import { handwritten } from '../../../src/classifier/corpus/read.ts'
import { roomId } from '../../../src/domain/ids.ts'
import { assemble } from '../../../src/domain/intake/assemble.ts'
import { isSurelyChatter, surelyStatesNothing } from '../../../src/domain/intake/gate.ts'
import { hear } from '../../../src/domain/intake/heard.ts'
import { learntLinker } from '../../../src/domain/intake/link.ts'
import {
  isOpenlyStated,
  leastStrength,
  strengthAtMost,
} from '../../../src/domain/intake/may-state.ts'
import type { ChatMessage, Stretch } from '../../../src/domain/intake/message.ts'
import { Sound } from '../../../src/domain/intake/sound.ts'
import { talk, u } from './understanding.ts'

const said = (text: string): ChatMessage => {
  const [message] = talk('meiyuan', `r: ${text}`).messages
  if (!message) throw new Error('nothing said')
  return message
}
const room = roomId('meiyuan')

describe('what the gate lets go', () => {
  test.each(['收到', '谢谢大家', '祝大家新年快乐', '好的 知道了'])('%s', (text) => {
    expect(surelyStatesNothing(said(text), u.model)).toBe(true)
  })

  test.each(['3栋楼道灯坏了', '着火了', '有人晕倒了', '电梯又停了没人修', '邻居天天吵到半夜'])(
    'never: %s',
    (text) => {
      expect(surelyStatesNothing(said(text), u.model)).toBe(false)
    },
  )

  test('nothing in a private chat, where every word is meant for us', () =>
    expect(isSurelyChatter(talk(null, 'r: 谢谢'), u.model)).toBe(false))
})

test('no matter begins where the gate finds nothing: the full reading says the same', () => {
  const texts = handwritten('training').map(({ text }) => text)
  let gone = 0
  for (const text of texts) {
    const message = said(text)
    if (!surelyStatesNothing(message, { ...u.model })) continue
    gone++
    expect(hear(message, { ...u.model }, false).strength, text).toBeLessThan(leastStrength)
    const stretch: Stretch = { room, speakerRooms: [], messages: [message] }
    expect(assemble(stretch, u.model, learntLinker()), text).toEqual({ drafts: [], unsure: false })
  }
  expect(gone).toBeGreaterThan(texts.length / 10)
})

test('what is let through unseen by the model is strong enough for one that believes nothing', () => {
  const doubter = { ...u.model, calibration: { ...u.model.calibration, offset: -50 } }
  let open = 0
  for (const { text } of handwritten('training')) {
    const message = said(text)
    const sound = new Sound(message, text)
    if (!isOpenlyStated(sound)) continue
    open++
    const atMost = strengthAtMost(sound, message, doubter, false)
    expect(atMost, text).toBeGreaterThanOrEqual(leastStrength)
  }
  expect(open).toBeGreaterThan(1_000)
})

describe('what was heard before', () => {
  test('is the same for the same words, whoever says them', () => {
    const first = hear(said('楼道灯坏了'), u.model, false)
    const again = hear({ ...said('楼道灯坏了'), name: '别人' }, u.model, false)
    expect(again).toEqual({ ...first, message: again.message })
    expect(again.message.name).toBe('别人')
  })

  test('depends on the chat, on whom it is said to, and on the model', () => {
    const text = '这个事情你们看看'
    const group = hear(said(text), u.model, false)
    expect(hear(said(text), u.model, true).strength).toBeGreaterThan(group.strength)
    expect(hear({ ...said(text), mentionsUs: true }, u.model, false).strength).toBeGreaterThan(
      group.strength,
    )
    const gloomy = { ...u.model, calibration: { ...u.model.calibration, offset: -50 } }
    expect(hear(said(text), gloomy, false).verdict.petition).toBeLessThan(group.verdict.petition)
  })
})
