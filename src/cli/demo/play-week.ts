import type { PetitionId } from '../../domain/ids.ts'
import type { Entry } from '../../flows/ports.ts'
import type { Expected, Outcome, PetitionName, Scene } from '../demo-week/scene.ts'
import { compare } from './compare.ts'
import type { Stage } from './stage.ts'
import { tellStory } from './story.ts'
import { tableOf } from './table.ts'
import { utter } from './utter.ts'

/** Sunday at midnight. */
const endOfWeek = new Date('2026-02-16T00:00:00+08:00')

/** How an expected command shows in the timeline. */
const shownAs: Readonly<Partial<Record<Expected, readonly string[]>>> = {
  accept: ['accepted'],
  return: ['returned'],
  transfer: ['transferred'],
  askHelp: ['helpAsked'],
  askExtension: ['extensionAsked'],
  note: ['noted'],
  mediate: ['mediated'],
  resolve: ['resolved'],
  supplement: ['supplemented'],
  amend: ['amended'],
  join: ['joined'],
  unjoin: ['unjoined'],
  urge: ['urged'],
  rate: ['rated', 'reopened'],
  reopen: ['reopened'],
  withdraw: ['withdrawn'],
}

/** What the player knows of the script as it unfolds. */
interface Script {
  readonly numbers: Map<PetitionName, { readonly number: number; readonly id: PetitionId }>
  readonly called: Map<string, string>
  readonly misses: string[]
}

/**
 * Plays the written week scene by scene, then tells the story of each petition and prints the table. Answers whether
 * every scene was followed by what the script says, and every petition ended so.
 */
export async function playWeek(
  week: readonly Scene[],
  outcomes: Readonly<Record<PetitionName, Outcome>>,
  stage: Stage,
  out: (line: string) => void,
): Promise<boolean> {
  const script: Script = { numbers: new Map(), called: new Map(), misses: [] }
  for (const scene of week) await play(scene, script, stage)
  await stage.time.moveTo(endOfWeek)
  const names = new Map([...script.numbers].map(([name, { id }]) => [id, outcomes[name].title]))
  await tellStory(names, stage, out)
  for (const [name, outcome] of Object.entries(outcomes) as [PetitionName, Outcome][])
    script.misses.push(...(await compare(name, outcome, script.numbers.get(name)?.id, stage)))
  for (const line of await tableOf(stage)) out(line)
  for (const fault of stage.faults) script.misses.push(`异常：${fault}`)
  out('')
  if (script.misses.length === 0)
    out(`全部 ${week.length} 条消息、${Object.keys(outcomes).length} 件诉求都与剧本一致。`)
  else
    out(
      `与剧本不符 ${script.misses.length} 处：\n${script.misses.map((miss) => `  ${miss}`).join('\n')}`,
    )
  return script.misses.length === 0
}

async function play(scene: Scene, script: Script, stage: Stage): Promise<void> {
  await stage.time.moveTo(new Date(`${scene.at.replace(' ', 'T')}:00+08:00`))
  const before = stage.entries.length
  const heard = await utter(
    { ...scene, room: scene.where === 'dm' ? null : scene.where },
    script,
    stage,
  )
  if (scene.called) script.called.set(scene.called, heard.id)
  await stage.work.settle()
  const entries = stage.entries.slice(before)
  const started = entries.find(({ events }) =>
    events.some(({ kind }) => kind === 'registered'),
  )?.petition
  if (scene.about && started && (scene.expect === 'register' || scene.expect === 'askPlace'))
    script.numbers.set(scene.about, { number: started.number, id: started.id })
  if (!follows(scene, entries, script)) {
    const what = typeof scene.says === 'string' ? scene.says : JSON.stringify(scene.says)
    const came = entries
      .map(({ outcome, events }) => `${outcome}[${events.map(({ kind }) => kind)}]`)
      .join(' ')
    script.misses.push(
      `${scene.at} ${scene.who}「${what}」应为 ${scene.expect} ${scene.about ?? ''}，实为 ${came || '没有读到'}`,
    )
  }
}

function follows(
  { expect, about }: Scene,
  entries: readonly Entry[],
  { numbers }: Script,
): boolean {
  const events = entries.flatMap((entry) =>
    entry.events.map((event) => ({ kind: event.kind as string, petition: entry.petition?.id })),
  )
  const notices = entries.flatMap(({ letters }) => letters.map(({ notice }) => notice.kind))
  const asks = entries.some(({ question }) => question?.ask?.kind === 'place')
  const id = about && numbers.get(about)?.id
  switch (expect) {
    case 'silence':
      return entries.length > 0 && events.length === 0 && notices.length === 0
    case 'register':
      return events.some(({ kind }) => kind === 'registered') && !asks
    case 'askPlace':
      return events.some(({ kind }) => kind === 'registered') && asks
    case 'tellStatus':
      return notices.includes('status')
    case 'listTasks':
      return notices.includes('tasks')
    case 'answer':
      return notices.includes('groupQuestionAnswered') && events.length === 0
    case 'help':
      return notices.includes('help')
    default:
      return events.some(
        ({ kind, petition }) => (shownAs[expect] ?? []).includes(kind) && (!id || petition === id),
      )
  }
}
