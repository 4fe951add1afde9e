import { describe, expect, test } from 'vitest'
import { personId } from '../../src/domain/ids.ts'
import { issueCode } from '../../src/flows/binding-code.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const estate = 'room-xf-1'
const liu = 'wx-r-003'
/** Another account of the same resident, which we do not know yet. */
const second = 'wx-second'

type Street = Awaited<ReturnType<typeof neighbourhood>>

const lastTold = (street: Street, account: string) => street.told(account).at(-1) ?? ''
async function codeFor(street: Street, account = liu): Promise<string> {
  await street.says(account, 'dm', '绑定')
  const code = /\d{6}/.exec(lastTold(street, account))?.[0]
  if (!code) throw new Error(`no code in: ${lastTold(street, account)}`)
  return code
}

describe('a resident with a second account', () => {
  test('says a code there, and has the petitions of both and the letters on the one in use', async () => {
    const street = await neighbourhood()
    await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
    await street.says(second, 'dm', '幸福里小区6栋3单元下水道堵了，污水往外冒')
    const code = await codeFor(street)
    await street.says(second, 'dm', `绑定 ${code}`)
    expect(lastTold(street, second)).toContain('绑定好了')
    const me = await street.person(liu)
    expect(await street.person(second)).toBe(me)
    expect((await street.petition(1001)).reporter.person).toBe(me)
    expect((await street.petition(1002)).reporter.person).toBe(me)
    await street.says(second, 'dm', '进度')
    expect(lastTold(street, second)).toMatch(/1002号[\s\S]*1001号/)
    const [handler = ''] = street.handlersOf('WY1')
    const before = street.told(second).length
    await street.says(handler, 'dm', '1001 签收')
    expect(street.told(second).length).toBe(before + 1)
    expect(street.faults).toEqual([])
  })

  test.each(['绑定%s', '绑定码：%s', '绑定 %s。', '绑定，%s'])(
    'may say it as "%s"',
    async (words) => {
      const street = await neighbourhood()
      const code = await codeFor(street)
      const wide = code.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
      await street.says(second, 'dm', words.replace('%s', wide))
      expect(await street.person(second)).toBe(await street.person(liu))
    },
  )

  test('who says it in a group makes it void, and is told so in private only', async () => {
    const street = await neighbourhood()
    const code = await codeFor(street)
    const aloud = street.inRoom(estate).length
    await street.says(second, estate, `绑定 ${code}`)
    expect(lastTold(street, second)).toContain('作废')
    expect(street.inRoom(estate).length).toBe(aloud)
    await street.says(second, 'dm', `绑定 ${code}`)
    expect(lastTold(street, second)).toContain('绑定码不对')
    expect(await street.person(second)).not.toBe(await street.person(liu))
  })

  test('who asks for a code in a group is asked to come in private', async () => {
    const street = await neighbourhood()
    await street.says(liu, estate, '绑定', { mentionsUs: true })
    expect(street.told(liu).join()).toContain('绑定账号请私信我')
    await street.says(second, estate, '绑定')
    expect(street.told(second)).toEqual([])
  })

  test('who guesses is stopped after five', async () => {
    const street = await neighbourhood()
    const code = await codeFor(street)
    for (let i = 0; i < 5; i++) {
      const wrong = String((Number(code) + 1 + i) % 1_000_000).padStart(6, '0')
      await street.says(second, 'dm', `绑定 ${wrong}`)
    }
    await street.says(second, 'dm', `绑定 ${code}`)
    expect(lastTold(street, second)).toContain('过一小时再试')
    expect(street.faults).toEqual(['binding is locked after wrong codes: null'])
  })

  test.each(['绑定到期了怎么续', '门禁绑定不了手机，打不开门', '绑定 12345', '绑定1234567'])(
    '"%s" is about no code',
    async (words) => {
      const street = await neighbourhood()
      await street.says(liu, 'dm', words)
      const kinds = street.kinds(liu)
      expect(kinds).not.toContain('binding')
      expect(kinds).not.toContain('bindingCode')
    },
  )
})

describe('staff', () => {
  const S061 = personId('S061')

  test('get a code from the operator, and their orders count on the new account', async () => {
    const street = await neighbourhood()
    const { code, expiresAt } = await issueCode(S061, street.desk)
    expect(expiresAt.getTime() - street.desk.clock().getTime()).toBe(24 * 3_600_000)
    await street.says(second, 'dm', `绑定 ${code}`)
    await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
    await street.says(second, 'dm', '1001 签收')
    expect(await street.petition()).toMatchObject({ status: 'handling', handler: S061 })
  })

  test('get none in a chat, and their accounts become nobody else', async () => {
    const street = await neighbourhood()
    const account = staffAccount('S061')
    await street.says(account, 'dm', '绑定')
    expect(lastTold(street, account)).toContain('系统管理员')
    const code = await codeFor(street)
    await street.says(account, 'dm', `绑定 ${code}`)
    expect(lastTold(street, account)).toContain('不能改绑')
    expect(await street.person(account)).toBe(S061)
  })
})

test('a code is kept only as a hash', async () => {
  const street = await neighbourhood()
  const { code } = await issueCode(personId('S061'), street.desk)
  const { shelf } = street.desk as unknown as { shelf: { codes: Map<string, object> } }
  expect(JSON.stringify([...shelf.codes])).not.toContain(code)
})
