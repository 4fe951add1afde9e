import type { Petition } from '../../domain/petition/petition.ts'
import { sayAll } from '../../texts/say.ts'
import { exposures } from './exposure.ts'
import type { Against, Expected, SayStep, Step, WrittenScenario } from './scenario.ts'
import type { Stage } from './stage.ts'
import { type Teller, teller } from './teller.ts'
import { unlike } from './unlike.ts'
import { utter } from './utter.ts'

/** What the script speaks of by name. */
interface Script {
  readonly numbers: Map<string, { readonly number: number }>
  readonly called: Map<string, string>
}

/** Plays a written story, and tells it as it goes. Answers whether everything went as it is written. */
export async function playScenario(
  { title, steps, against = [] }: WrittenScenario,
  stage: Stage,
  out: (line: string) => void,
): Promise<boolean> {
  const script: Script = { numbers: new Map(), called: new Map() }
  const tells = teller(stage, out)
  const misses: string[] = []
  out(`《${title}》`)
  for (const [i, step] of steps.entries()) {
    const amiss = await play(step, script, stage, tells)
    const what = 'until' in step ? `等到 ${step.until}` : `${step.who} 说话`
    misses.push(...amiss.map((miss) => `第${i + 1}步（${what}）${miss}`))
  }
  misses.push(...(await leaks(against, script, stage)))
  for (const fault of stage.faults) misses.push(`异常：${fault}`)
  out('')
  out(
    misses.length === 0
      ? `全部 ${steps.length} 步都与剧本一致；发出的 ${stage.parcels.length} 条消息没有泄露个人信息。`
      : `与剧本不符 ${misses.length} 处：\n${misses.map((miss) => `  ${miss}`).join('\n')}`,
  )
  return misses.length === 0
}

/** Does a step and tells it; answers what was not as it is written. */
async function play(step: Step, script: Script, stage: Stage, tells: Teller): Promise<string[]> {
  if ('until' in step) {
    if (step.tells) tells.remarks(step.tells)
    const from = stage.parcels.length
    await stage.time.moveTo(momentOf(step.until))
    tells.wentOut()
    return missing(step.expect, from, script, stage)
  }
  await stage.time.moveTo(startOf(step, stage))
  tells.wentOut()
  if (step.tells) tells.remarks(step.tells)
  const [from, entries] = [stage.parcels.length, stage.entries.length]
  const heard = await utter({ ...step, room: step.where ?? null }, script, stage)
  if (step.called) script.called.set(step.called, heard.id)
  tells.said(heard, stage.clock())
  await stage.work.settle()
  tells.wentOut()
  const unregistered = register(step, entries, script, stage)
  return [...unregistered, ...(await missing(step.expect, from, script, stage))]
}

const pauseMs = 2 * 60_000

/** Throws where the script goes back in time. */
function startOf({ at }: SayStep, { clock }: Stage): Date {
  const start = at === undefined ? new Date(clock().getTime() + pauseMs) : momentOf(at)
  if (start < clock()) throw new Error(`the script goes back to ${at}`)
  return start
}

/** Remembers the number of the petition that a step starts. */
function register({ registers }: SayStep, from: number, { numbers }: Script, { entries }: Stage) {
  if (registers === undefined) return []
  const started = entries
    .slice(from)
    .find(({ events }) => events.some(({ kind }) => kind === 'registered'))?.petition
  if (!started) return [`应登记“${registers}”，没有登记`]
  numbers.set(registers, started)
  return []
}

async function missing(
  { told = {}, notTold = {}, silent = [], stands = {} }: Expected = {},
  from: number,
  script: Script,
  stage: Stage,
): Promise<string[]> {
  const heard = heardSince(from, stage)
  const misses: string[] = []
  for (const [reader, pieces] of Object.entries(told))
    for (const piece of [pieces].flat())
      if (!heard(reader).some((text) => text.includes(piece)))
        misses.push(
          `应告诉 ${reader}“${piece}”，实际：${heard(reader).join(' ｜ ') || '没有说什么'}`,
        )
  for (const [reader, pieces] of Object.entries(notTold))
    for (const piece of [pieces].flat())
      if (heard(reader).some((text) => text.includes(piece)))
        misses.push(`不应告诉 ${reader}“${piece}”`)
  for (const reader of silent)
    if (heard(reader).length > 0)
      misses.push(`不应对 ${reader} 说话，实际：${heard(reader).join(' ｜ ')}`)
  for (const [name, like] of Object.entries(stands)) {
    const petition = await named(name, script, stage)
    const differs = petition ? unlike(like, petition) : ['没有登记']
    misses.push(...differs.map((difference) => `诉求“${name}” ${difference}`))
  }
  return misses
}

/** What an account or a group was told since then. */
function heardSince(from: number, { parcels }: Stage) {
  const since = parcels.slice(from)
  return (reader: string): string[] =>
    since.flatMap(({ parcel: { to, notices } }) =>
      (to.kind === 'person' ? to.account : to.room) === reader ? [sayAll(notices).text] : [],
    )
}

async function leaks(against: readonly Against[], script: Script, stage: Stage): Promise<string[]> {
  const parties: { party: string; knowsFrom?: string; petition: Petition }[] = []
  const unknown: string[] = []
  for (const one of against) {
    const petition = await named(one.petition, script, stage)
    if (petition) parties.push({ ...one, petition })
    else unknown.push(`没有叫“${one.petition}”的诉求`)
  }
  const exposed = await exposures(stage, parties)
  return [
    ...unknown,
    ...exposed.map(({ reader, what, piece }) => `${reader} 读到了不该知道的（${what}）：${piece}`),
  ]
}

async function named(name: string, { numbers }: Script, { desk }: Stage) {
  const known = numbers.get(name)
  return known && desk.petitions.findByNumber(known.number)
}

/** A moment in Beijing, `2026-03-02 09:00`. */
const momentOf = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`)
