import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

export const liu = 'wx-r-003'
export const [community, centre, mediator, supervisor, leader] = [
  'S002',
  'S049',
  'S070',
  'S044',
  'S042',
].map(staffAccount) as [string, string, string, string, string]
export const group = 'room-xf-1'

/** A quarrel over noise, accepted by its community on Monday at nine. */
export async function quarrel(now = '2026-03-02 09:00') {
  const street = await neighbourhood(now)
  await street.says(
    liu,
    'dm',
    '我是幸福里小区5栋2单元301的，楼上401天天半夜剁东西吵架，说了就骂人，请社区给调解一下',
  )
  await street.says(community, 'dm', '签收')
  const says = (words: string) => street.says(community, 'dm', `1001号 ${words}`)
  return { ...street, community: says }
}
export type Street = Awaited<ReturnType<typeof quarrel>>
export const last = (street: Street, account: string) => street.told(account).at(-1) ?? ''
export const times = (street: Street, account: string, kind: string) =>
  street.kinds(account).filter((one) => one === kind).length

/** Agreed, met twice without a result, and handed over to the centre on the first Saturday. */
export async function atTheCentre() {
  const street = await quarrel()
  await street.community('双方同意调解')
  await street.community('明天下午3点在社区调解室见面')
  await street.itIs('2026-03-03 17:30')
  await street.community('第一次调解没谈成：一方要装隔音垫，一方说没有声音')
  await street.itIs('2026-03-06 10:00')
  await street.community('第二次调解没谈成：费用谁出谈不拢')
  await street.itIs('2026-03-07 10:00')
  await street.community('移交矛调中心')
  return street
}
