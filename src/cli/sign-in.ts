import { mayEnter } from '../domain/console/areas.ts'
import { no, ok } from '../domain/result.ts'
import { offerLink } from '../flows/sign-in.ts'
import { roleWords } from '../texts/words.ts'
import { inOffice } from './operator/in-office.ts'

const usage =
  '用法：npm run sign-in [-- --person 工号]；不写工号就给第一个管设置的人 [--person ID of staff.csv; unset: the first who may change settings]'

/** `npm run sign-in`: a link that opens the console once, for whoever has no chat with the bot yet. */
const [flag, id, ...rest] = process.argv.slice(2)

await inOffice(usage, async (desk) => {
  if ((flag !== undefined && (flag !== '--person' || !id)) || rest.length > 0) return no([usage])
  const { staff } = await desk.rulebooks.current()
  const who = id
    ? staff.find((one) => one.id === id)
    : staff.find(({ role }) => mayEnter(role, 'settings'))
  if (!who) return no([`工号 ${id ?? ''} 不在册 [no such person in staff.csv]`, usage])
  const { url } = await offerLink(who.id, desk)
  return ok([`${roleWords[who.role]}（${who.id}）的入口，十分钟内有效，只能用一次：`, url])
})
