import { describe, expect, test } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'
import {
  atTheCentre,
  centre,
  community,
  group,
  last,
  leader,
  liu,
  mediator,
  quarrel,
  supervisor,
  times,
} from './a-quarrel.ts'

describe('a quarrel is mediated in the words of its mediators', () => {
  test('from the consent of both to the day on which somebody goes to see whether it lasts', async () => {
    const street = await atTheCentre()
    expect(await street.petition()).toMatchObject({ status: 'dispatched', to: { code: 'MT' } })
    expect(street.told(centre).at(-1)).toContain('费用谁出谈不拢')
    expect(street.kinds(mediator)).toContain('task')
    expect(street.kinds(community)).not.toContain('mediationClosedOff')
    expect(last(street, liu)).toContain('已移交')

    await street.says(mediator, 'dm', '1001号 已登记')
    expect(last(street, community)).toContain('【销号】')
    const { mediation } = await street.petition()
    expect(mediation?.handedOver?.closedOffAt).toBeDefined()

    await street.says(mediator, 'dm', '1001号 3月16日上午9点半在矛调中心三号室见面')
    expect(last(street, liu)).toContain('3月16日（周一）09:30在矛调中心三号室')
    await street.itIs('2026-03-16 11:00')
    expect(times(street, liu, 'mediationToday')).toBe(2)
    await street.says(mediator, 'dm', '1001号 调解成功：楼上铺隔音垫，3月25日前铺好')
    await street.expectStatus('resolved')
    expect(street.told(liu).at(-2)).toContain('4月15日（周三）前共同向法院申请司法确认')
    expect(street.kinds(liu).at(-1)).toBe('resolved')

    await street.itIs('2026-03-24 10:00')
    await street.says(mediator, 'dm', '1001号 已履行')
    await street.itIs('2026-03-31 10:00')
    expect(last(street, liu)).toContain('回访')
    await street.itIs('2026-04-15 10:00')
    expect(last(street, mediator)).toContain('上门回访')
    expect(street.kinds(mediator)).not.toContain('mediationConfirmable')
    await street.says(mediator, 'dm', '1001号 已回访：两家和睦')
    await street.itIs('2026-05-20 10:00')
    expect(street.kinds(supervisor)).not.toContain('mediationLate')
    expect(street.faults).toEqual([])
  })

  test('what is missing is asked for politely, and what may come next is offered', async () => {
    const street = await quarrel()
    expect(last(street, community)).toContain('1001 双方同意调解')
    await street.community('同意调解')
    expect(last(street, community)).toContain('是哪一方的意思')
    await street.community('双方同意调解')
    await street.community('明天在社区调解室见面')
    expect(last(street, community)).toContain('什么时候见面')
    await street.community('调解成功')
    expect(last(street, community)).toContain('协议内容')
    expect((await street.petition()).mediation?.appointment).toBeUndefined()
  })

  test('nobody is made to mediate: without both there is no sitting, and the reporter may say so too', async () => {
    const street = await quarrel()
    expect(street.kinds(liu).at(-1)).toBe('mediationOffered')
    await street.community('第一次调解没谈成：没见到人')
    expect(last(street, community)).toContain('双方都同意')
    await street.says(liu, 'dm', '同意调解')
    expect(street.kinds(liu).at(-1)).toBe('mediationConsented')
    expect(last(street, community)).toContain('反映人同意调解')
    await street.community('对方不同意调解')
    expect(last(street, community)).toContain('终止调解')
    await street.community('明天下午3点在社区调解室见面')
    expect(last(street, community)).toContain('双方都同意')
    await street.community('终止调解：对方坚决不谈')
    await street.expectStatus('resolved')
    expect(last(street, liu)).toContain('向人民法院起诉')
    expect(street.told(liu).join()).not.toContain('坚决不谈')
    await street.says(liu, 'dm', '没解决，不满意')
    await street.expectStatus('closed')
    expect(last(street, liu)).not.toContain('记为解决')
  })

  test('handed over only after two failures, or on the day on which it is found to be major', async () => {
    const street = await quarrel()
    await street.community('移交矛调中心')
    expect(last(street, community)).toContain('两次调解没有谈成')
    await street.community('重大：牵涉三十多户，可能聚集')
    expect(last(street, leader)).toContain('【重大纠纷当日报告】')
    expect(last(street, community)).toContain('3月2日（周一）前把重大纠纷移交矛调中心')
    await street.itIs('2026-03-02 20:00')
    expect(street.kinds(community)).toContain('mediationDue')
    await street.community('移交矛调中心')
    expect(await street.petition()).toMatchObject({ to: { code: 'MT' } })
    await street.itIs('2026-03-03 08:00')
    expect(street.kinds(supervisor)).not.toContain('mediationLate')
  })

  test('major by night: the street hears of it before midnight', async () => {
    const street = await quarrel()
    await street.itIs('2026-03-02 22:30')
    await street.community('重大：有人扬言报复')
    expect(last(street, supervisor)).toContain('【重大纠纷当日报告】')
  })

  test('in a court: it closes off under the number it has there', async () => {
    const street = await quarrel()
    await street.community('双方去法院了')
    expect(last(street, community)).toContain('案号')
    await street.community('双方去法院了，案号（2026）鲁0102民初345号')
    expect(await street.petition()).toMatchObject({
      status: 'withdrawn',
      redirectedTo: 'court',
      mediation: { end: { kind: 'inProcedure', reference: '（2026）鲁0102民初345号' } },
    })
    await street.itIs('2026-04-20 09:00')
    expect(street.kinds(supervisor)).not.toContain('mediationLate')
  })

  test('it is not called done in passing while nobody knows what came of the mediation', async () => {
    const street = await quarrel()
    await street.community('双方同意调解')
    await street.community('办结：两家没事了')
    expect(last(street, community)).toContain('调解结果')
    await street.expectStatus('handling')
  })

  test('a settlement that is not kept: its mediator, and those above, hear of it', async () => {
    const street = await quarrel()
    await street.community('双方同意调解')
    await street.community('双方达成口头协议：晚上十点后不剁东西，赔200元，3月10日前给')
    expect((await street.petition()).mediation?.end).toMatchObject({
      agreement: { oral: true, performBy: '2026-03-10' },
    })
    await street.itIs('2026-03-10 10:00')
    expect(last(street, community)).toContain('督促当事人履行协议')
    await street.community('没有履行：钱还没给')
    expect(street.kinds(staffAccount('S001'))).toContain('mediationBroken')
    await street.itIs('2026-03-11 10:00')
    expect(street.kinds(supervisor)).toContain('mediationLate')
    await street.itIs('2026-03-25 10:00')
    expect(last(street, liu)).toContain('4月1日（周三）前由双方共同向法院申请')
  })
})

describe('who brought a quarrel is understood in a word', () => {
  test.each([
    ['愿意', true],
    ['同意', true],
    ['行，调解吧', true],
    ['1001 愿意', true],
    ['不愿意', false],
  ])('%s answers the offer', async (words, agrees) => {
    const street = await quarrel()
    await street.says(liu, 'dm', words)
    expect((await street.petition()).mediation?.consents.applicant).toMatchObject({ agrees })
    expect(street.kinds(liu).at(-1)).toBe('mediationConsented')
  })

  test('said again, or before anybody asked, it is no consent', async () => {
    const street = await quarrel()
    await street.says(liu, 'dm', '愿意')
    await street.says(liu, 'dm', '可以')
    expect(street.kinds(liu).filter((kind) => kind === 'mediationConsented')).toHaveLength(1)
    const early = await neighbourhood('2026-03-02 09:00')
    await early.says(liu, 'dm', '幸福里小区5栋2单元301，楼上401天天半夜剁东西吵架，请社区调解一下')
    await early.says(liu, 'dm', '可以')
    expect((await early.petition()).mediation).toBeUndefined()
  })

  const settledLongAgo = async () => {
    const street = await quarrel()
    await street.community('双方同意调解')
    await street.community('调解成功：晚上十点后不剁东西，赔200元，3月10日前给')
    await street.says(liu, 'dm', '解决了，满意')
    await street.itIs('2026-03-17 10:00')
    expect(last(street, liu)).toContain('都履行了吗')
    return street
  }

  test.each(['没履行，一分钱没赔', '又吵起来了，昨晚又剁东西'])(
    'half a month later, %s reaches the mediator, as was promised',
    async (words) => {
      const street = await settledLongAgo()
      await street.says(liu, 'dm', words)
      expect(last(street, liu)).toContain('已转告调解员')
      expect(last(street, community)).toContain('【协议没有履行】')
      expect(await street.count()).toBe(1)
    },
  )

  test('a settlement that holds is nobody’s trouble', async () => {
    const street = await settledLongAgo()
    await street.says(liu, 'dm', '都履行了，没再吵，谢谢')
    expect(street.kinds(community)).not.toContain('mediationBroken')
  })
})

describe('what is said of a quarrel stays between those whose it is', () => {
  test('no letter of the story goes to a group, names a side, or reaches the other one', async () => {
    const street = await atTheCentre()
    await street.says(mediator, 'dm', '1001号 已登记')
    await street.says(mediator, 'dm', '1001号 对方是楼上401钱大勇，电话13811112222')
    await street.says(mediator, 'dm', '1001号 3月16日上午9点半在矛调中心三号室见面')
    await street.itIs('2026-03-16 11:00')
    await street.says(mediator, 'dm', '1001号 调解成功：钱大勇铺隔音垫，3月25日前铺好')
    await street.says(community, group, '1001号 双方和好了吗', { mentionsUs: true })
    await street.itIs('2026-05-01 09:00')
    expect(street.inRoom(group).filter((text) => text !== '已私信回复您。')).toEqual([])
    const inOffice = new Set(
      (await street.desk.rulebooks.current()).staff.map(({ accounts }) => accounts.wechat),
    )
    for (const { parcel, text } of street.delivered) {
      const reader = parcel.to.kind === 'person' ? parcel.to.account : null
      expect(reader === null || reader === liu || inOffice.has(reader)).toBe(true)
      expect(text).not.toMatch(/钱大勇|13811112222|刘/)
    }
  })
})
