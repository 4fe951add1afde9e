import { describe, expect, test } from 'vitest'
import { staffAccount } from '../support/neighbourhood.ts'
import { atTheCentre, centre, community, last, quarrel, supervisor, times } from './a-quarrel.ts'

describe('the clock of a quarrel', () => {
  test('three days to meet, ten for two sittings: reminded before, told above after, with the source', async () => {
    const street = await quarrel()
    await street.itIs('2026-03-05 21:00')
    expect(times(street, community, 'mediationDue')).toBeGreaterThan(0)
    expect(last(street, community)).toContain('依据：青石街道矛盾纠纷调处流程（示例）')
    expect(street.kinds(supervisor)).not.toContain('mediationLate')
    await street.itIs('2026-03-06 08:00')
    expect(last(street, supervisor)).toContain('约见双方当事人')
    await street.community('已见过双方：都在气头上')
    await street.itIs('2026-03-12 21:00')
    expect(times(street, supervisor, 'mediationLate')).toBe(1)
    await street.itIs('2026-03-13 08:00')
    expect(last(street, supervisor)).toContain('按规定次数组织调解')
  })

  test('three working days to hand over after the second failure, then those above', async () => {
    const street = await quarrel()
    await street.community('双方同意调解')
    await street.community('第一次调解没谈成：各说各的理')
    await street.community('第二次调解没谈成：还是各说各的理')
    expect(last(street, community)).toContain('3月5日（周四）前移交矛调中心')
    await street.itIs('2026-03-06 08:00')
    expect(last(street, supervisor)).toContain('移交矛调中心')
  })

  test('working days of a year whose holidays are not known make a limit provisional', async () => {
    const street = await quarrel('2027-12-29 09:00')
    await street.community('双方同意调解')
    await street.community('第一次调解没谈成：各说各的理')
    await street.community('第二次调解没谈成：还是各说各的理')
    expect(last(street, community)).toContain('暂定')
  })

  test('who met and said nothing is asked what came of it', async () => {
    const street = await quarrel()
    await street.community('双方同意调解')
    await street.community('明天下午3点在社区调解室见面')
    await street.itIs('2026-03-03 17:05')
    expect(street.kinds(community).at(-1)).toBe('mediationOutcomeAsked')
  })

  test('what was handed over has a whole month from when the centre registers it, and may come back', async () => {
    const street = await atTheCentre()
    await street.itIs('2026-03-09 10:00')
    await street.says(centre, 'dm', '签收')
    expect(await street.petition()).toMatchObject({
      status: 'handling',
      resolveDueAt: new Date('2026-04-08T23:59:59.999+08:00'),
    })
    expect(last(street, community)).toContain('【销号】')
    await street.says(centre, 'dm', '1001 退回：双方材料不齐，请社区补齐')
    const petition = await street.petition()
    expect(petition).toMatchObject({ to: { code: 'QS-XF' } })
    expect(petition.mediation?.handedOver).toBeUndefined()
  })

  test('what comes back from the centre is not late for a limit that was kept', async () => {
    const street = await atTheCentre()
    await street.itIs('2026-03-16 10:00')
    await street.says(centre, 'dm', '1001 退回：双方材料不齐，请社区补齐')
    await street.itIs('2026-03-16 11:00')
    expect(street.kinds(supervisor)).not.toContain('mediationLate')
    await street.itIs('2026-03-20 10:00')
    expect(last(street, supervisor)).toContain('3月19日（周四）前移交矛调中心')
  })

  test('sent on before the centre registered it, nobody is rid of it', async () => {
    const street = await quarrel()
    await street.community('重大：牵涉三十多户')
    await street.community('移交矛调中心')
    await street.says(staffAccount('S043'), 'dm', '1001 转派幸福里社区：先由社区做工作')
    await street.says(community, 'dm', '1001 签收')
    expect((await street.petition()).mediation?.handedOver).toBeUndefined()
    expect(street.kinds(community)).not.toContain('mediationClosedOff')
  })
})
