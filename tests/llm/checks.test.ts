import { describe, expect, test } from 'vitest'
import type { Stretch } from '../../src/domain/intake/message.ts'
import { nowhere } from '../../src/domain/intake/place.ts'
import { talk } from '../domain/intake/understanding.ts'
import { aMatter, aPlace, says } from '../support/fake-llm.ts'
import { local, outline, stage } from './stage.ts'

const lamp = talk(
  'meiyuan',
  '刘姐(5-2-301): 我们单元楼道灯坏了三天了',
  '老周(5-2-702): 我也摔过一跤',
)

/** What becomes of one matter that the model answers. */
async function heldOf(stretch: Stretch, but: Readonly<Record<string, unknown>>) {
  const llm = await stage(() => says({ matters: [aMatter(but)] }))
  const [matter] = (await llm.reads(stretch)).matters
  if (!matter) throw new Error('no matter is left')
  return matter
}
const [own] = local(lamp).matters
if (!own) throw new Error('we find the lamp by ourselves')

describe('field by field ours stays where the other does not hold', () => {
  test.each<[string, Readonly<Record<string, unknown>>, keyof typeof own]>([
    ['evidence that nobody said', { category: '0302', category_evidence: '电梯坏了' }, 'category'],
    ['evidence of one character', { category: '0302', category_evidence: '灯' }, 'category'],
    ['no evidence', { category: '0302' }, 'category'],
    [
      'an estate that nobody spoke of',
      { place: aPlace({ name: '桂花公寓', building: '1' }), place_evidence: '我们单元' },
      'place',
    ],
    ['a day to come', { since: '2026-05-01', since_evidence: '三天了' }, 'since'],
    ['a day that does not exist', { since: '2026-02-30', since_evidence: '三天了' }, 'since'],
    ['a danger without a word for it', { urgency: 'emergency', danger: 'fire' }, 'urgency'],
    ['somebody who is not named', { on_behalf_of: '王奶奶' }, 'onBehalfOf'],
    [
      'frailty that nobody spoke of',
      { vulnerable: true, vulnerable_evidence: '独居老人' },
      'vulnerable',
    ],
  ])('%s', async (_, but, field) => {
    expect((await heldOf(lamp, but))[field]).toEqual(own[field])
  })

  test('a number that stands nowhere gives way to ours, the others stay', async () => {
    const place = aPlace({ name: '梅园小区', building: '5', unit: '3', room: '301' })
    const matter = await heldOf(lamp, { place, place_evidence: '我们单元' })
    expect(matter.place.value).toEqual({
      ...nowhere,
      name: '梅园小区',
      building: '5',
      unit: '2',
      room: '301',
    })
    expect(matter.grid.value).toBe('T-A-1')
  })
})

describe('where it holds it counts', () => {
  test('a first day, with the words for it', async () => {
    const matter = await heldOf(lamp, { since: '2026-04-10', since_evidence: '坏了 三天了' })
    expect(matter.since).toMatchObject({ value: '2026-04-10', because: '大模型：坏了 三天了' })
  })

  test('evidence in wide letters, as people and models write them', async () => {
    const wide = talk('meiyuan', '刘姐(5-2-301): ５栋２单元门口那个东西又不行了 进出谁都拦不住')
    const place = aPlace({ name: '梅园小区', building: '5栋', unit: '二单元' })
    const matter = await heldOf(wide, {
      category: '0303',
      category_evidence: '5栋2单元门口那个东西又不行了',
      place,
      place_evidence: '5栋2单元',
    })
    expect(matter.category.value).toBe('0303')
    expect(matter.place.value).toMatchObject({ building: '5', unit: '2' })
  })

  test('somebody who is spoken for and speaks here gets the name back', async () => {
    const relayed = talk(
      'meiyuan',
      '老周(5-2-702): 帮刘姐问一句 她屋里水龙头一滴水都没有',
      '刘姐(5-2-301): 谢谢老周',
    )
    const llm = await stage(() =>
      says({
        matters: [
          aMatter({ on_behalf_of: '用户B', category: '0201', category_evidence: '一滴水都没有' }),
        ],
      }),
    )
    const [matter] = (await llm.reads(relayed)).matters
    expect(matter?.onBehalfOf.value).toBe('刘姐')
    expect(llm.requests[0]?.raw).not.toContain('刘姐')
  })
})

describe('what is not there is not registered', () => {
  test('messages and people that do not exist', async () => {
    const llm = await stage(() =>
      says({
        matters: [
          aMatter({
            messages: ['m1', 'm7', 'x'],
            supporters: ['用户B', '用户Z'],
            category: '0301',
            category_evidence: '楼道灯',
          }),
          aMatter({ messages: ['m9'], category: '0401', category_evidence: '楼道灯' }),
        ],
      }),
    )
    expect(outline(await llm.reads(lamp))).toEqual(['m1+老周 0301 梅园小区 5 2 normal'])
  })

  test('a matter that only the model sees and has no words for', async () => {
    const chat = talk('meiyuan', '刘姐(5-2-301): 今天菜市场的鱼便宜得很 有人管没人管都一样')
    const llm = await stage(() =>
      says({ matters: [aMatter({ category: '0401', category_evidence: '垃圾没人收' })] }),
    )
    expect(outline(await llm.reads(chat))).toEqual(outline(local(chat)))
  })

  test('what was taken back is never shown', async () => {
    const recalled = talk(
      'meiyuan',
      '刘姐(5-2-301): 5栋3单元门禁坏了',
      '刘姐: [撤回]',
      '刘姐: 是5栋2单元门禁坏了 谁都能进',
    )
    const llm = await stage(() =>
      says({ matters: [aMatter({ category: '0303', category_evidence: '门禁坏了' })] }),
    )
    const reading = await llm.reads(recalled)
    expect(llm.requests[0]?.messages[1]?.content).not.toContain('3单元')
    expect(reading.matters.map(({ messages }) => messages)).toEqual([['m3']])
  })

  test('what an office answers in a group', async () => {
    const office = talk('meiyuan', '刘姐(5-2-301): 我们单元楼道灯坏了', '#物业小李: 电梯明天检修')
    const llm = await stage(() =>
      says({
        matters: [
          aMatter({ messages: ['m1'], category: '0301', category_evidence: '楼道灯坏了' }),
          aMatter({ messages: ['m2'], category: '0302', category_evidence: '电梯明天检修' }),
        ],
      }),
    )
    expect((await llm.reads(office)).matters.map(({ messages }) => messages)).toEqual([['m1']])
  })
})
