import { describe, expect, test } from 'vitest'
import { refreshCards } from '../../src/flows/refresh-cards.ts'
import { aPetition } from '../support/builders.ts'
import { cardDesk } from '../support/card-desk.ts'

const zou = 'ou_S061'
const lin = 'ou_S002'

describe('cards', () => {
  test('all show what one press changed, the pressed one after its answer', async () => {
    const { press, stands, desk, surface, shown, itIs } = await cardDesk()
    await stands('om_1', zou)
    await stands('om_2', lin)
    await press(zou, 'om_1')
    expect(await refreshCards(desk, surface)).toBe(1)
    expect(shown).toMatchObject([{ message: 'om_2', view: { status: 'handling', version: 2 } }])
    itIs('2026-03-02 10:01')
    expect(await refreshCards(desk, surface)).toBe(1)
    expect(shown.at(-1)).toMatchObject({ message: 'om_1', view: { version: 2 } })
    expect(await refreshCards(desk, surface)).toBe(0)
  })

  test('are patched at most once a second, with the newest state', async () => {
    const { stands, put, desk, surface, shown } = await cardDesk()
    await stands('om_1', zou)
    await put(aPetition('handling', { version: 2 }))
    await refreshCards(desk, surface)
    await put(aPetition('resolved', { version: 3 }))
    expect(await refreshCards(desk, surface)).toBe(0)
    expect(shown).toHaveLength(1)
  })

  test('are tried again when Lark is away, and by somebody else when we are killed', async () => {
    const { stands, put, desk, surface, shown, platform, itIs } = await cardDesk()
    await stands('om_1', zou)
    await put(aPetition('handling', { version: 2 }))
    platform('later')
    await refreshCards(desk, surface)
    platform('shown')
    expect(await refreshCards(desk, surface)).toBe(0)
    itIs('2026-03-02 10:01')
    await desk.cards.take('lark', 9, desk.clock()) // and killed before anything was shown
    expect(await refreshCards(desk, surface)).toBe(0)
    itIs('2026-03-02 10:02')
    await refreshCards(desk, surface)
    expect(shown).toHaveLength(1)
  })

  test('of closed petitions show the end, without buttons, and are left alone', async () => {
    const { stands, put, desk, surface, shown, itIs } = await cardDesk()
    await stands('om_1', zou)
    await put(aPetition('closed', { version: 2 }))
    await refreshCards(desk, surface)
    expect(shown).toMatchObject([{ view: { kind: 'task', status: 'closed', may: [] } }])
    await put(aPetition('dispatched', { version: 3 }))
    itIs('2026-03-02 11:00')
    expect(await refreshCards(desk, surface)).toBe(0)
  })

  test('older than 13 days are sent anew once, by day, and the old ones say so', async () => {
    const { stands, desk, surface, shown, sent, itIs } = await cardDesk()
    await stands('om_1', zou)
    itIs('2026-03-15 22:00')
    await refreshCards(desk, surface)
    expect(sent).toEqual([])
    itIs('2026-03-16 07:30')
    await refreshCards(desk, surface)
    expect(sent).toMatchObject([
      { account: zou, once: 'again-om_1', view: { kind: 'task', status: 'dispatched' } },
    ])
    itIs('2026-03-16 07:32')
    await refreshCards(desk, surface)
    expect(shown).toMatchObject([{ message: 'om_1', view: { kind: 'renewed' } }])
    itIs('2026-03-16 08:00')
    expect(await refreshCards(desk, surface)).toBe(0)
    expect(sent).toHaveLength(1)
  })

  test('with nothing to do on them are left to grow old', async () => {
    const { stands, put, desk, surface, sent, itIs } = await cardDesk()
    await stands('om_1', zou)
    await put(aPetition('resolved', { version: 2 }))
    await refreshCards(desk, surface)
    itIs('2026-03-16 09:00')
    expect(await refreshCards(desk, surface)).toBe(1)
    expect(await refreshCards(desk, surface)).toBe(0)
    expect(sent).toEqual([])
  })

  test('that were recalled, or became too old while we were away, come again', async () => {
    const { stands, put, desk, surface, sent, platform } = await cardDesk()
    await stands('om_1', zou)
    await put(aPetition('handling', { version: 2 }))
    platform('gone')
    await refreshCards(desk, surface)
    expect(sent).toMatchObject([{ account: zou, view: { status: 'handling' } }])
  })
})
