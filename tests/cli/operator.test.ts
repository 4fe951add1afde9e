import { expect, test } from 'vitest'
import { bind } from '../../src/cli/operator/bind.ts'
import { letters } from '../../src/cli/operator/letters.ts'
import { letterId, personId, tenantId } from '../../src/domain/ids.ts'
import { hashOf } from '../../src/flows/binding-code.ts'
import { aBook, aLetter, anAcceptedNotice, anEntry, at } from '../support/builders.ts'
import { memory } from '../support/memory.ts'

const nine = at('2026-03-02 09:00')
const office = () => ({
  ...memory({ book: aBook() }),
  tenant: tenantId('QS'),
  clock: () => nine,
})
const printed = async (ending: ReturnType<typeof bind>) => {
  const done = await ending
  return (done.ok ? done.value : done.problem).join('\n')
}

test('an operator gives a member of staff a code that binds an account, and takes it back', async () => {
  const desk = office()
  const text = await printed(bind(['S010'], desk))
  expect(text).toContain('3月3日（周二）09:00前有效')
  const code = /\d{6}/.exec(text)?.[0] ?? ''
  const said = {
    ...{ hash: await hashOf(code, desk.tenant), aloud: false, key: 'm1', staff: [] },
    by: { channel: 'lark', account: 'ou_new' } as const,
  }
  expect(await desk.bindings.claim(said, nine)).toEqual({ kind: 'bound', person: 'S010' })
  expect(await printed(bind(['S010', 'release'], desk))).toContain('收回 1 个账号')
  expect((await desk.people.reaches(personId('S010'))).map(({ account }) => account)).toEqual([
    ...['wx-S010', 'ou_S010'],
  ])
})

test.each([[[]], [['S010', 'clear']], [['S010', 'release', 'now']], [['nobody']]])(
  'what an operator says wrong is refused: %j',
  async (words) => {
    expect((await bind(words, office())).ok).toBe(false)
  },
)

test('letters given up are shown without their words, and sent again', async () => {
  const desk = office()
  const { outbox, petitions } = desk
  const written = ['l1', 'l2'].map((id) => aLetter(id, { notice: anAcceptedNotice() }))
  await petitions.record([anEntry({ cause: { kind: 'press', key: 'k' }, letters: written })], nine)
  await outbox.take(10, nine)
  await outbox.giveUp(['l1', 'l2'].map(letterId), 'reader refuses us')
  expect(await printed(letters([], desk))).toBe(
    [
      'l1  3月2日（周一）09:00  resident-1  已签收  reader refuses us',
      'l2  3月2日（周一）09:00  resident-1  已签收  reader refuses us',
      '没送达 2 given up；可能重复送达 0 possibly said twice',
    ].join('\n'),
  )
  expect(await printed(letters(['again', 'l1', 'l9'], desk))).toContain('not given up: l9')
  expect(await printed(letters(['again', 'all'], desk))).toContain('重新发送 1')
  expect((await outbox.take(10, nine)).map(({ id }) => id)).toEqual(['l1', 'l2'])
  expect((await letters(['again'], desk)).ok).toBe(false)
  expect((await letters(['list'], desk)).ok).toBe(false)
})
