import type { Move } from '../domain/conversation/move.ts'
import type { Situation } from '../domain/conversation/situation.ts'
import type { AddressedNotice, Notice } from '../domain/notices/notice.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import { hashOf, issueCode } from './binding-code.ts'
import type { Desk, HeardMessage } from './ports.ts'

/** What a binding comes to for who spoke: told in private, also to who said a code in a group. */
export async function bindAccount(
  { code }: Extract<Move, { kind: 'bind' }>,
  heard: HeardMessage,
  { speaker, room, message }: Situation,
  { staff }: Rulebook,
  desk: Desk,
): Promise<{ readonly notices: AddressedNotice[]; readonly outcome: string }> {
  const tell = (notice: Notice, person = speaker.id): AddressedNotice => ({
    ...{ to: { kind: 'person', person }, notice, haste: 'answer' },
  })
  if (code === null) {
    const issued = await issueCode(speaker.id, desk)
    return { notices: [tell({ kind: 'bindingCode', ...issued })], outcome: 'codeIssued' }
  }
  const claimed = await desk.bindings.claim(
    {
      hash: await hashOf(code, desk.tenant),
      by: { channel: heard.channel, account: heard.sender.id },
      aloud: room !== null,
      key: `${heard.channel}/${heard.id}`,
      staff: staff.map(({ id }) => id),
    },
    desk.clock(),
  )
  const outcome = `binding ${claimed.kind}`
  if (claimed.kind === 'locked') desk.report('binding is locked after wrong codes', null)
  const isChatter = room && !message.mentionsUs && claimed.kind !== 'voided'
  if (isChatter) return { notices: [], outcome }
  const notice = { kind: 'binding', what: claimed.kind } as const
  return { notices: [tell(notice, 'person' in claimed ? claimed.person : speaker.id)], outcome }
}
