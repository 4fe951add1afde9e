import { expect, test } from 'vitest'
import { drawCard } from '../../bots/lark/cards/draw-card.ts'
import { readPress } from '../../bots/lark/cards/read-press.ts'
import type { CardView } from '../../src/domain/cards/card-view.ts'
import { departmentCode, mediaId, personId } from '../../src/domain/ids.ts'
import { isInHand } from '../../src/domain/petition/petition.ts'
import { aPetition, at } from '../support/builders.ts'
import { cardDesk } from '../support/card-desk.ts'

/** A stair light led by the property company; the works office owes a part. */
const led = (but: { confidential?: boolean } = {}) =>
  aPetition('handling', {
    photos: [mediaId('photo')],
    ...but,
    joint: {
      parts: [
        {
          ...{ id: 1, task: '查线路', required: true, isCall: false, state: 'open' as const },
          to: { kind: 'department', code: departmentCode('SZ') },
          ...{ askedBy: personId('S002'), askedAt: at('2026-03-02 09:30') },
          ...{ dueAt: at('2026-03-03 18:00'), provisional: false },
        },
      ],
    },
  })

const bare = { pictures: { photos: [], results: [] }, open: null, bare: false }
const drawn = (view: CardView) => JSON.stringify(drawCard(view, bare))

test('the card of who assists shows their part and a form for it, and none of the lead’s orders', async () => {
  const desk = await cardDesk(led())
  await desk.stands('om_1', 'ou_S046')
  const looked = await desk.press('ou_S046', 'om_1', { order: null })
  if (looked.kind !== 'looked' || looked.view.kind !== 'task') throw new Error(looked.kind)
  expect(looked.view.may).toEqual(['askHelp', 'takePart', 'finishPart', 'refusePart'])
  const card = drawn(looked.view)
  expect(card).toContain('协办 市政建设办：查线路，3月3日（周二）18:00前，未完成')
  expect(card).toContain('协办做了什么')
  expect(card).toContain('5栋2单元楼道灯三天没亮了')
})

test('pressed, the part is done once, and the lead sees it and may resolve', async () => {
  const desk = await cardDesk(led())
  await desk.stands('om_1', 'ou_S046')
  await desk.stands('om_2', 'ou_S061')
  const before = await desk.press('ou_S061', 'om_2', { order: null })
  if (before.kind !== 'looked' || before.view.kind !== 'task') throw new Error(before.kind)
  expect(before.view.may).not.toContain('resolve')
  const read = readPress({
    ...{ name: 'do_finishPart_v1', value: {}, form: { result: '线路换了' } },
    ...{ message: 'om_1', chat: '', operator: 'ou_S046', at: at('2026-03-02 10:00') },
  } as unknown as Parameters<typeof readPress>[0])
  expect(read?.order).toEqual({ kind: 'finishPart', result: '线路换了' })
  const order = read?.order ?? null
  const [done, again] = [
    await desk.press('ou_S046', 'om_1', { order }),
    await desk.press('ou_S046', 'om_1', { order }),
  ]
  expect([done.kind, again.kind]).toEqual(['done', 'stale'])
  const petition = await desk.petition()
  expect(isInHand(petition) && petition.joint?.parts[0]).toMatchObject({
    ...{ state: 'done', result: '线路换了' },
  })
  const after = await desk.press('ou_S061', 'om_2', { order: null, version: petition.version })
  if (after.kind !== 'looked' || after.view.kind !== 'task') throw new Error(after.kind)
  expect(after.view.may).toContain('resolve')
  expect(drawn(after.view)).toContain('已完成，线路换了')
})

test('of what is confidential who assists reads neither the words nor what was said later', async () => {
  const desk = await cardDesk(led({ confidential: true }))
  await desk.stands('om_1', 'ou_S046')
  const { view } = (await desk.press('ou_S046', 'om_1', { order: null })) as {
    view: Extract<CardView, { kind: 'task' }>
  }
  expect(view).toMatchObject({ words: [], withheld: true })
  expect(view.history.every(({ event }) => event === null)).toBe(true)
  expect(drawn(view)).not.toContain('三天没亮')
  expect(view.place).toContain('幸福里小区5栋')
})

test('whose part was let go sees no more of it', async () => {
  const petition = led()
  const parts = petition.joint?.parts.map((part) => ({ ...part, state: 'released' as const })) ?? []
  const desk = await cardDesk({ ...petition, joint: { parts } })
  await desk.stands('om_1', 'ou_S046')
  const looked = await desk.press('ou_S046', 'om_1', { order: null })
  expect(looked).toMatchObject({ view: { kind: 'left' } })
})
