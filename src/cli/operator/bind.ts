import { no, ok } from '../../domain/result.ts'
import { issueCode } from '../../flows/binding-code.ts'
import type { Desk } from '../../flows/ports.ts'
import { moment } from '../../texts/moments.ts'
import type { Ending } from './in-office.ts'

export const bindUsage = `npm run bind -- S001            给工作人员一个绑定码 a code for a member of staff
npm run bind -- S001 release    收回绑定的账号和绑定码 take back bound accounts and the code`

type Bound = Pick<Desk, 'bindings' | 'rulebooks' | 'tenant' | 'clock'>

/** Gives a member of staff a code, or takes back what codes gave them. Refuses whoever is not of the staff. */
export async function bind(words: readonly string[], desk: Bound): Promise<Ending> {
  const [id, verb, ...rest] = words
  if (!id || (verb !== undefined && verb !== 'release') || rest.length > 0) return no([bindUsage])
  const { staff } = await desk.rulebooks.current()
  const person = staff.find((one) => one.id === id)
  if (!person) return no([`没有编号为 ${id} 的工作人员 no such member of staff`])
  if (verb === 'release') {
    const count = await desk.bindings.release(person.id)
    return ok([`${person.name}：收回 ${count} 个账号，绑定码作废 accounts taken back, code void`])
  }
  const { code, expiresAt } = await issueCode(person.id, desk)
  return ok([
    `${person.name}：绑定码 ${code}，${moment(expiresAt)}前有效，只能用一次 valid for 24 hours, once`,
    `请当面或电话告诉本人，用新账号私信机器人：绑定 ${code}`,
  ])
}
