import { describe, expect, test } from 'vitest'
import { componentsOf, textsOf } from '../../bots/sandbox/lark/card-walk.ts'
import { categoryCode, mediaId, personId, unitCode } from '../../src/domain/ids.ts'
import { nowhere } from '../../src/domain/intake/place.ts'
import type { PetitionEvent } from '../../src/domain/petition/event.ts'
import { type Petition, statuses } from '../../src/domain/petition/petition.ts'
import { aPetition, aPetitioner, at } from '../support/builders.ts'
import { asRead, drawn, viewFor } from './lark-card-support.ts'

const readers = [
  ['task', '承办人', 'S061'],
  ['task', '社区调度员', 'S002'],
  ['task', '街道督办员', 'S044'],
  ['task', '别处的网格员', 'S009'],
  ['rating', '反映人', 'resident-1'],
  ['rating', '附议居民', 'resident-2'],
  ['rating', '旁人', 'resident-3'],
] as const

const joined = { supporters: [aPetitioner('resident-2')] }
const accepted: PetitionEvent = {
  ...{ kind: 'accepted', by: personId('S061'), at: at('2026-03-02 10:00') },
}
const note = (text: string, by = 'S061', when = '2026-03-02 10:05'): PetitionEvent => ({
  ...{ kind: 'noted', by: personId(by), at: at(when), text, photos: [] },
})
const handling = (but: Partial<Extract<Petition, { status: 'handling' }>> = {}) =>
  aPetition('handling', { ...joined, ...but })

test('every status for every reader, as recorded', async () => {
  const all = statuses.flatMap((status) =>
    readers.map(([kind, name, person]) => {
      const petition = aPetition(status, joined) as Petition
      return `# ${status}, ${name}\n${asRead(drawn(viewFor(kind, person, petition, [accepted])))}`
    }),
  )
  await expect(`${all.join('\n\n')}\n`).toMatchFileSnapshot('recorded/lark-cards.txt')
})

describe('a card keeps Lark’s limits', () => {
  test('with 150 rows of history, in one element, the newest first', () => {
    const rows = Array.from({ length: 150 }, (_, i) => note(`第${i + 1}次去看过`))
    const card = drawn(viewFor('task', 'S061', handling(), rows))
    const [history, ...others] = componentsOf(card).filter(({ tag }) => tag === 'markdown')
    expect(others).toEqual([])
    const lines = String(history?.properties.content).split('\n')
    expect(lines).toHaveLength(21)
    expect(lines[0]).toContain('第150次去看过')
    expect(lines.at(-1)).toContain('130')
  })

  const hostile: readonly (readonly [string, string])[] = [
    ['calls to everybody', '<at id=all></at><at user_id="all">所有人</at> @所有人 '],
    [
      'markdown',
      '**粗** _斜_ ~~删~~ `码` [点这里](https://evil.example) ![](img_v3_x) # 题 > 引\n---\n',
    ],
    ['30 KB of one word', '漏'.repeat(10_000)],
    ['30 KB of signs', '<>&*_[]()\\`~"\''.repeat(2_500)],
    ['emoji', '👨‍👩‍👧‍👦😀'.repeat(2_000)],
    ['what nobody sees', '\u0000\u0007\u202e\ud800'.repeat(5_000)],
  ]
  test.each(hostile)('whatever is said: %s', (_, text) => {
    const petition = aPetition('resolved', {
      ...{ words: [text, text, text], result: text, onBehalfOf: text, summary: text },
      place: { ...nowhere, name: text },
      ratings: [
        {
          person: personId('r'),
          solved: false,
          score: 1,
          reason: text,
          ratedAt: at('2026-03-03 11:00'),
        },
      ],
    })
    const rows = Array.from({ length: 150 }, () => note(text))
    const task = drawn(viewFor('task', 'S061', petition, rows))
    drawn(viewFor('task', 'S061', handling({ words: [text, text], summary: text }), rows), {
      open: 'transfer',
    })
    drawn(viewFor('rating', 'resident-1', aPetition('resolved', { result: text })))
    for (const { tag, properties } of componentsOf(task)) {
      if (tag === 'markdown' || tag === 'lark_md')
        expect(String(properties.content)).not.toMatch(/[<>*_[\]`~\\]/)
    }
  })

  test('with as many photos as may be, and says how many there are', () => {
    const photos = ['a', 'b', 'c', 'd', 'e'].map(mediaId)
    const card = drawn(viewFor('task', 'S061', handling({ photos })), {
      pictures: { photos: ['img_v3_a', 'img_v3_b', 'img_v3_c'], results: [] },
    })
    expect(componentsOf(card).filter(({ tag }) => tag === 'img')).toHaveLength(3)
    expect(textsOf(card)).toContain('照片共5张')
  })
})

describe('a card says nothing that its reader must not know', () => {
  test('no phone, no identity number, no mail address (230028)', () => {
    const secret = '电话13800138000，身份证110101199003074477，wang@example.com'
    const petition = aPetition('resolved', { words: [secret], result: secret })
    const texts = textsOf(drawn(viewFor('task', 'S061', petition, [note(secret)]))).join('\n')
    expect(texts).not.toMatch(/1380013|19900307|example/)
    expect(texts).toContain('电话[电话]')
  })

  test('nor who reported it, though it is one of us', () => {
    const petition = handling({ reporter: aPetitioner('S010'), confidential: true })
    const registered: PetitionEvent = {
      ...{ kind: 'registered', by: personId('S010'), at: at('2026-03-02 09:00') },
      ...{ petition, because: '邻里纠纷归社区' },
    }
    const texts = textsOf(drawn(viewFor('task', 'S002', petition, [registered]))).join('\n')
    expect(texts).not.toContain('网格员')
    expect(texts).toContain('反映人要求保密')
    expect(texts).toContain('登记 反映人')
    expect(texts).not.toContain('邻里纠纷归社区')
  })

  test('nothing that gives the speaker away to the company complained about', () => {
    const words = ['我是5栋2单元301的，物业经理骂人']
    const petition = handling({
      ...{ confidential: true, words, category: categoryCode('0901'), photos: [mediaId('a')] },
      ...{
        onBehalfOf: '母亲',
        place: { ...nowhere, name: '幸福里小区', building: '5', room: '301' },
      },
    })
    const texts = textsOf(drawn(viewFor('task', 'S061', petition, [note('他家孩子上一年级')])))
    expect(texts.join('\n')).not.toMatch(/301|骂|母亲|孩子|照片共|2026-02/)
    expect(texts).toContain('原话由社区掌握')
    const above = textsOf(drawn(viewFor('task', 'S002', petition))).join('\n')
    expect(above).toContain('物业经理骂人')
  })

  test('the reporter’s door is not shown to neighbours who joined', () => {
    const petition = aPetition('resolved', {
      ...joined,
      place: { ...nowhere, name: '幸福里小区', building: '5', unit: '2', room: '301' },
    })
    const read = (person: string) => textsOf(drawn(viewFor('rating', person, petition))).join('\n')
    expect(read('resident-1')).toContain('301')
    expect(read('resident-2')).not.toMatch(/301|2单元/)
  })

  test('once it lies elsewhere, only that', () => {
    const petition = handling({
      to: { kind: 'grid', code: unitCode('QS-XF-02') },
      handler: personId('S010'),
    })
    const card = drawn(viewFor('task', 'S061', petition, [accepted]))
    expect(textsOf(card)).toEqual([
      '诉求 1027号',
      '楼道照明',
      '已转由幸福里第二网格办理，您处不用再办。',
    ])
  })

  test('a bare card has no words of anybody', () => {
    const petition = handling({ words: ['灯坏了'] })
    const view = viewFor('task', 'S061', petition, [note('去看过')])
    const texts = textsOf(drawn(view, { bare: true })).join('\n')
    expect(texts).not.toMatch(/灯坏了|去看过/)
    expect(texts).toContain('因数据保护')
  })
})

test('no button is shown that would be refused', () => {
  const names = (petition: Petition, person = 'S061') =>
    componentsOf(drawn(viewFor('task', person, petition))).flatMap(({ tag, properties }) =>
      tag === 'button' ? [String(properties.name).replace(/_v\d+$/, '')] : [],
    )
  expect(names(aPetition('dispatched'))).toContain('accept')
  expect(names(handling())).not.toContain('accept')
  expect(names(handling({ returns: 3 }))).not.toContain('open_return')
  expect(names(handling(), 'S044')).toEqual(['open_transfer'])
  expect(names(aPetition('closed'))).toEqual([])
})
