import type { PetitionId } from '../../domain/ids.ts'
import type { Address } from '../../domain/notices/notice.ts'
import type { Reach } from '../../flows/ports/channels.ts'
import type { Entry, HeardMessage } from '../../flows/ports.ts'
import { moment } from '../../texts/moments.ts'
import { say } from '../../texts/say.ts'
import { roleWords } from '../../texts/words.ts'
import type { Stage } from './stage.ts'

/** Tells what became of each petition, step by step: who said what, and who heard what. */
export async function tellStory(
  titles: ReadonlyMap<PetitionId, string>,
  stage: Stage,
  out: (line: string) => void,
): Promise<void> {
  for (const [id, title] of titles) {
    const steps = stage.entries.filter(({ petition }) => petition?.id === id)
    out('')
    out(`■ ${steps[0]?.petition?.number}号  ${title}`)
    for (const step of steps) await tellStep(step, stage, out)
  }
}

async function tellStep(step: Entry, stage: Stage, out: (line: string) => void): Promise<void> {
  const at = step.events[0]?.at
  const there = at ? moment(at) : ''
  const day = /（(周.)）/.exec(there)?.[1] ?? ''
  const time = at ? new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16) : ''
  out(`  ${day} ${time}  ${causeOf(step, stage)}`)
  const heard = new Map<string, string[]>()
  for (const { notice, to } of step.letters) {
    const text = say(notice).replaceAll('\n', ' ')
    heard.set(text, [...(heard.get(text) ?? []), await addresseeOf(to, stage)])
  }
  for (const [text, readers] of heard) out(`              → ${readers.join('、')}：${text}`)
}

const clockWords: Readonly<Record<string, string>> = {
  reminded: '临期提醒',
  escalated: '超期督办',
  dispatched: '没有等到地点，转人工派单',
  ratingReminded: '提醒评价一次',
  closedUnrated: '没有评价，结案',
}

function causeOf({ cause, events }: Entry, { kept, street }: Stage): string {
  const message = kept.find((heard) => isCause(heard, cause))
  const what = events.map(({ kind }) => clockWords[kind] ?? kind).join('，')
  if (!message) return cause.kind === 'timer' ? `⏰ ${what}` : `▶ ${what}`
  const room = street.book.rooms.find(({ id }) => id === message.room)
  return `${speaker(message, street)} ${room ? `在「${room.topic}」` : '私信'}：${wordsOf(message)}`
}

/** What else follows from a message is done under its id. */
const isCause = ({ channel, id }: HeardMessage, cause: Entry['cause']): boolean =>
  cause.kind === 'message'
    ? cause.message === id
    : cause.kind === 'press' && cause.key.startsWith(`${channel}/${id}/`)

export const speaker = ({ sender }: HeardMessage, { book }: Stage['street']): string => {
  const staff = book.staff.find(({ accounts }) => accounts.wechat === sender.id)
  return staff ? `${staff.name}（${officeOf(staff.id, book)}）` : `居民「${sender.name}」`
}

export const wordsOf = ({ type, text }: HeardMessage): string =>
  type === 'image'
    ? '［照片］'
    : type === 'voice'
      ? `［语音］${text}`
      : type === 'recall'
        ? '［撤回一条消息］'
        : text

async function addresseeOf(to: Address, { street, desk }: Stage): Promise<string> {
  if (to.kind === 'room')
    return `群「${street.book.rooms.find(({ id }) => id === to.room)?.topic ?? to.room}」`
  const staff = street.book.staff.find(({ id }) => id === to.person)
  if (staff) return `${staff.name}（${officeOf(staff.id, street.book)}）`
  const [person] = await desk.people.find([to.person])
  return `居民「${person?.name ?? ''}」`
}

/** Who reads what goes out to there: an account, or a group. */
export function readerOf(to: Reach, { street: { book }, world }: Stage): string {
  if (to.kind === 'room')
    return `群「${book.rooms.find(({ id }) => id === to.room)?.topic ?? to.room}」`
  const staff = book.staff.find(({ accounts }) => accounts.wechat === to.account)
  if (staff) return `${staff.name}（${officeOf(staff.id, book)}）`
  return `居民「${world.nameOf(to.account)}」`
}

/** 幸福里第二网格网格员, 环卫所承办人, 青石街道领导. */
function officeOf(id: string, book: Stage['street']['book']): string {
  const staff = book.staff.find((s) => s.id === id)
  if (!staff) return ''
  const department = book.departments.find(({ code }) => code === staff.department)
  const unit = book.units.find(({ code }) => code === staff.unit)
  const name = (department ?? unit)?.name ?? ''
  const role = roleWords[staff.role]
  return name.endsWith(role.slice(0, 2)) ? name + role.slice(2) : name + role
}
