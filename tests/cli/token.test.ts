import { expect, test } from 'vitest'
import { token } from '../../src/cli/operator/token.ts'
import { tokenHolder } from '../../src/flows/api-tokens.ts'
import { smallBook } from '../support/book.ts'
import { at } from '../support/builders.ts'
import { memory } from '../support/memory.ts'
import { memoryDesk } from '../support/memory-desk.ts'

test('an operator makes a token, sees it listed without its secret, and revokes it', async () => {
  const stores = memory({ book: smallBook })
  const desk = memoryDesk(stores, { clock: () => at('2026-03-02 09:00'), report: () => {} })
  const made = await token(['create', '--name', '大屏', '--person', 'S043'], desk)
  const secret = made.ok ? (made.value.at(-1) ?? '') : ''
  expect(await tokenHolder(secret, desk)).toMatchObject({
    token: { name: '大屏', unit: 'QS', power: 'read', madeBy: null },
  })
  const [kept] = await stores.tokens.list()
  const listed = await token(['list'], desk)
  expect(JSON.stringify(listed)).toContain(kept?.id)
  expect(JSON.stringify(listed)).not.toContain(secret)
  expect((await token(['revoke', kept?.id ?? ''], desk)).ok).toBe(true)
  expect(await tokenHolder(secret, desk)).toBeUndefined()
  expect((await token(['revoke', kept?.id ?? ''], desk)).ok).toBe(false)
})

test('what is wrong is said for each option, and nothing is made', async () => {
  const stores = memory({ book: smallBook })
  const desk = memoryDesk(stores, { clock: () => at('2026-03-02 09:00'), report: () => {} })
  const wrong = await token(['create', '--name', '', '--person', 'X', '--days', '0'], desk)
  expect(wrong.ok ? '' : wrong.problem.join('\n')).toMatch(
    /--name：[\s\S]*--person：[\s\S]*--days：/,
  )
  expect((await token(['create', '--power', 'all'], desk)).ok).toBe(false)
  expect((await token(['create', '--nonsense', '1'], desk)).ok).toBe(false)
  expect(await stores.tokens.list()).toEqual([])
})
