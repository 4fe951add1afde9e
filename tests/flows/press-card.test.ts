import { describe, expect, test } from 'vitest'
import { mediaId, personId, petitionId } from '../../src/domain/ids.ts'
import { anEntry, aPetition, aPetitioner, at } from '../support/builders.ts'
import { aPicture, cardDesk } from '../support/card-desk.ts'

/** Of the property company WY1. */
const zou = 'ou_S061'

describe('a press', () => {
  test('is obeyed, and answered with the card as it then is', async () => {
    const { press, stands, petition } = await cardDesk()
    await stands('om_1', zou)
    const pressed = await press(zou, 'om_1')
    expect(pressed).toMatchObject({ kind: 'done', view: { status: 'handling', version: 2 } })
    expect(await petition()).toMatchObject({ status: 'handling', handler: 'S061' })
  })

  test('of the same button twice is obeyed once, and the second is told so', async () => {
    const { press, stands, desk } = await cardDesk()
    await stands('om_1', zou)
    const help = { order: { kind: 'askHelp', text: '要登高车' } } as const
    const both = await Promise.all([press(zou, 'om_1', help), press(zou, 'om_1', help)])
    const third = await press(zou, 'om_1', help)
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'stale'])
    expect(third).toMatchObject({ kind: 'stale', last: { kind: 'helpAsked', by: 'you' } })
    const [first] = await desk.petitions.list({})
    expect(await desk.petitions.timeline(first?.id ?? aPetition('dispatched').id)).toHaveLength(1)
  })

  test('of a card that shows an older state does nothing, and says who was faster', async () => {
    const { press, stands, petition } = await cardDesk()
    await stands('om_1', zou)
    await stands('om_2', 'ou_S043')
    const transfer = { order: { kind: 'transfer', to: 'SZ', reason: '是路灯' } } as const
    expect(await press('ou_S043', 'om_2', transfer)).toMatchObject({ kind: 'done' })
    const late = await press(zou, 'om_1')
    expect(late).toMatchObject({
      ...{ kind: 'stale', last: { kind: 'transferred', by: { name: '叶德明' } } },
      view: { kind: 'left', handler: '市政建设办' },
    })
    expect(await petition()).toMatchObject({ status: 'dispatched', to: { code: 'SZ' } })
  })

  test('too late names nobody of us who urges a matter of his own', async () => {
    const own = { confidential: true, reporter: aPetitioner('S009') } as const
    const { press, stands, desk, petition } = await cardDesk(aPetition('dispatched', own))
    await stands('om_1', zou)
    const now = at('2026-03-02 10:01')
    const urged = { ...(await petition()), version: 2 }
    await desk.petitions.record(
      [
        anEntry({
          cause: { kind: 'press', key: 'urged' },
          petition: urged,
          events: [{ kind: 'urged', by: personId('S009'), at: now }],
        }),
      ],
      now,
    )
    expect(await press(zou, 'om_1')).toMatchObject({
      kind: 'stale',
      last: { kind: 'urged', by: 'resident' },
    })
  })

  test.each([
    ['by who has no part in it', 'ou_S009', { chat: 'oc_ou_S061' }],
    ['in another chat than the card stands in', zou, { chat: 'oc_elsewhere' }],
    ['by nobody we know', 'ou_stranger', {}],
  ])('%s moves nothing', async (_, account, but) => {
    const { press, stands, petition } = await cardDesk()
    await stands('om_1', zou)
    const pressed = await press(account, 'om_1', but)
    expect(['notTheirs', 'refused']).toContain(pressed.kind)
    expect(JSON.stringify(pressed)).not.toContain('5栋2单元楼道灯')
    expect(await petition()).toMatchObject({ status: 'dispatched', version: 1 })
  })

  test('does what the card is about, whatever petition it names', async () => {
    const { press, stands, petition, put } = await cardDesk()
    const other = aPetition('dispatched', { id: petitionId('petition-2'), number: 1028 })
    await put(other)
    await stands('om_1', zou)
    await press(zou, 'om_1', { petition: other.id })
    expect(await petition()).toMatchObject({ status: 'handling' })
  })

  test('is refused with words to be put right, and the card stays', async () => {
    const { press, stands } = await cardDesk()
    await stands('om_1', zou)
    const returned = await press(zou, 'om_1', { order: { kind: 'return', reason: ' ' } })
    expect(returned).toMatchObject({ kind: 'refused', refusal: 'reasonMissing' })
    const nowhere = { kind: 'transfer', to: 'NOWHERE', reason: '不归我' } as const
    expect(await press(zou, 'om_1', { order: nowhere })).toMatchObject({
      ...{ kind: 'refused', refusal: 'destinationUnknown', view: { version: 1 } },
    })
  })

  test('of a card that was sent just before we were killed is obeyed, and the card kept from then on', async () => {
    const { press, desk } = await cardDesk()
    expect(await press(zou, 'om_lost')).toMatchObject({ kind: 'done' })
    expect(await desk.cards.find({ channel: 'lark', message: 'om_lost' })).toMatchObject({
      ...{ account: zou, petition: 'petition-1', version: 1 },
    })
    expect(await press('ou_S009', 'om_forged', { version: 2 })).toEqual({ kind: 'notTheirs' })
    expect(await desk.cards.find({ channel: 'lark', message: 'om_forged' })).toBeUndefined()
  })

  test('that resolves takes the photos sent to us within ten minutes, each once', async () => {
    const { press, stands, petition, desk, put } = await cardDesk()
    await put(
      aPetition('handling', { id: petitionId('petition-2'), number: 2, photos: [mediaId('used')] }),
    )
    await stands('om_1', zou)
    const pictures = [
      { ...aPicture(zou, 1, at('2026-03-02 09:40')), media: mediaId('old') },
      { ...aPicture(zou, 2, at('2026-03-02 09:55')), media: mediaId('used') },
      { ...aPicture(zou, 3, at('2026-03-02 09:56')), media: mediaId('new') },
      { ...aPicture('ou_S009', 4, at('2026-03-02 09:57')), media: mediaId('another') },
    ]
    await desk.inbox.keep(pictures, at('2026-03-02 10:00'))
    await press(zou, 'om_1', { order: { kind: 'resolve', result: '换好了' } })
    expect(await petition()).toMatchObject({ status: 'resolved', resultPhotos: ['new'] })
  })

  test('of a rating reopens what is not solved, and who did not ask rates nothing', async () => {
    const { resident, ...before } = await cardDesk()
    const person = await resident('ou_liu')
    const resolved = aPetition('resolved', { version: 2, reporter: aPetitioner(person) })
    await before.put(resolved)
    await before.stands('om_1', 'ou_liu', 'rating')
    const rate = {
      ...({ kind: 'rating', version: 2 } as const),
      order: { kind: 'rate', solved: false, score: 2, reason: '还是不亮' } as const,
    }
    expect(await before.press('ou_S009', 'om_1', { ...rate, chat: 'oc_ou_liu' })).toMatchObject({
      ...{ kind: 'refused', refusal: 'notYours', view: { kind: 'left' } },
    })
    expect(await before.press('ou_liu', 'om_1', rate)).toMatchObject({ kind: 'done' })
    expect(await before.petition()).toMatchObject({ status: 'dispatched', reopenings: 1 })
  })
})
