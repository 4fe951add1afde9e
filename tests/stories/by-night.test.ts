import { describe, expect, test } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const liu = 'wx-r-003'
const estate = 'room-xf-1'
const [gridWorker, manager, gas, leader] = ['S010', 'S001', 'S067', 'S042'].map(staffAccount) as [
  string,
  string,
  string,
  string,
]

describe('danger at two in the morning', () => {
  const gasByNight = async () => {
    const street = await neighbourhood('2026-03-03 02:00')
    await street.says(liu, estate, '5栋2单元楼道里好大的煤气味，像是漏气了')
    return street
  }

  test('whoever calls is told at once what to do and whom to ring', async () => {
    const street = await gasByNight()
    expect(await street.petition()).toMatchObject({ urgency: 'emergency', danger: 'gas' })
    expect(street.inRoom(estate)).toHaveLength(1)
    expect(street.inRoom(estate)[0]).toMatch(/【紧急】.*开窗.*119/)
  })

  test('handler, grid, community and street are called at once although it is night', async () => {
    const street = await gasByNight()
    for (const account of [gas, gridWorker, manager, staffAccount('S043')])
      expect(street.kinds(account)).toHaveLength(1)
    expect(street.kinds(gas)).toEqual(['task'])
    expect(street.kinds(manager)).toEqual(['alarm'])
    expect(street.delivered.every(({ at }) => at < new Date('2026-03-03T02:01:00+08:00'))).toBe(
      true,
    )
  })

  test('nobody takes it in ten minutes: the manager hears, and ten minutes later the leader', async () => {
    const street = await gasByNight()
    await street.itIs('2026-03-03 02:11')
    expect(street.kinds(manager)).toContain('escalated')
    expect(street.kinds(leader)).toEqual([])
    await street.itIs('2026-03-03 02:21')
    expect(street.kinds(leader)).toEqual(['escalated'])
  })
})

describe('quiet hours', () => {
  test('who speaks is answered at night; who handles it reads of it at half past seven', async () => {
    const street = await neighbourhood('2026-03-02 22:40')
    await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
    expect(street.kinds(liu)).toEqual(['registered'])
    await street.itIs('2026-03-03 07:29')
    expect(street.kinds(staffAccount('S061'))).toEqual([])
    await street.itIs('2026-03-03 07:30')
    expect(street.kinds(staffAccount('S061'))).toEqual(['task'])
  })

  test('a handler who works at night is answered; the resident reads of it in the morning', async () => {
    const street = await neighbourhood('2026-03-02 20:00')
    await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
    await street.itIs('2026-03-02 23:00')
    await street.says(staffAccount('S061'), 'dm', '1001 签收')
    expect(street.kinds(staffAccount('S061'))).toEqual(['task', 'done'])
    expect(street.kinds(liu)).toEqual(['registered'])
    await street.itIs('2026-03-03 07:31')
    expect(street.kinds(liu)).toEqual(['registered', 'accepted'])
  })
})

describe('news of the night in the morning', () => {
  const smellOfGas = async () => {
    const street = await neighbourhood('2026-03-03 02:00')
    await street.says(liu, estate, '5栋2单元楼道里好大的煤气味，像是漏气了')
    await street.says(gas, 'dm', '1001 签收，马上到')
    return street
  }
  const heardFrom = (street: Awaited<ReturnType<typeof smellOfGas>>) =>
    street.kinds(liu).filter((kind) => kind !== 'emergency')

  test('what was accepted and done by night is told as done, and not as accepted', async () => {
    const street = await smellOfGas()
    await street.says(gas, 'dm', '1001 办结，二楼软管老化，已关阀换管，检测合格')
    await street.itIs('2026-03-03 07:31')
    expect(heardFrom(street)).toEqual(['resolved'])
  })

  test.each([
    ['in other words', '又查出三楼接口漏气，已更换，检测合格'],
    ['in the same words', '二楼软管老化，已关阀换管，检测合格'],
  ])(
    'what was done, opened again and done by night is told once, as it was done at last, %s',
    async (_, last) => {
      const street = await smellOfGas()
      await street.says(gas, 'dm', '1001 办结，二楼软管老化，已关阀换管，检测合格')
      await street.says(liu, 'dm', '1001 没解决')
      await street.expectStatus('dispatched')
      await street.says(gas, 'dm', '1001 签收')
      await street.says(gas, 'dm', `1001 办结，${last}`)
      await street.expectStatus('resolved')
      await street.itIs('2026-03-03 07:31')
      expect(heardFrom(street).filter((kind) => kind === 'resolved')).toHaveLength(1)
      expect(street.told(liu).at(-1)).toContain(last)
    },
  )

  test('who has said already that it is done hears nothing more of it', async () => {
    const street = await smellOfGas()
    await street.says(gas, 'dm', '1001 办结，二楼软管老化，已关阀换管，检测合格')
    await street.says(liu, 'dm', '1001 处理好了，满意')
    await street.expectStatus('closed')
    const before = heardFrom(street)
    await street.itIs('2026-03-03 07:31')
    expect(heardFrom(street)).toEqual(before)
  })

  test('who asked by night and was told that somebody is there does not read it again', async () => {
    const street = await smellOfGas()
    await street.says(liu, 'dm', '1001 到哪一步了')
    expect(heardFrom(street)).toEqual(['status'])
    await street.itIs('2026-03-03 07:31')
    expect(heardFrom(street)).toEqual(['status'])
  })
})
