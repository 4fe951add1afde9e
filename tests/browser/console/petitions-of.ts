import type { ConsoleSample } from '../../../src/cli/console-sample/open-sample.ts'
import type { PersonId, UnitCode } from '../../../src/domain/ids.ts'
import { holders, staffAt } from '../../../src/domain/people/in-charge.ts'
import type { StaffRole } from '../../../src/domain/people/roles.ts'
import { type InHand, isInHand, type Petition } from '../../../src/domain/petition/petition.ts'
import { does, kept } from './desk-hands.ts'

/**
 * Petitions of the sample week, found by what was said or by how they stand, never by their numbers: where understanding
 * registers one petition more or fewer, all of them move, and what staff do is drawn anew. What is said on the last morning
 * (`last-morning.ts`) is there in any case, and nothing has been done about it yet.
 */

/** The number of the one petition in which this was said. */
export async function numberOf(console: ConsoleSample, said: string): Promise<number> {
  const found = (await all(console)).filter(({ words }) => words.some((one) => one.includes(said)))
  const [petition] = found
  if (!petition || found.length > 1)
    throw new Error(
      `“${said}” was said in ${found.length} petitions of the sample week, not in one`,
    )
  return petition.number
}

/** The number of the first petition that is so; `what` such petitions are called. */
export async function numberOfOne(
  what: string,
  console: ConsoleSample,
  isSo: (petition: Petition) => boolean,
): Promise<number> {
  const petition = (await all(console)).find(isSo)
  if (!petition) throw new Error(`nothing in the sample week is ${what}`)
  return petition.number
}

/** Who works on a petition, or is to. */
export async function workerOf(console: ConsoleSample, number: number): Promise<PersonId> {
  const petition = await inHand(console, number)
  const [first] = staffAt(petition.to, await console.desk.rulebooks.current())
  const worker = petition.status === 'handling' ? petition.handler : first?.id
  if (!worker) throw new Error(`nobody works on ${number}`)
  return worker
}

/** Who holds an office over a petition. */
export async function holderOver(
  console: ConsoleSample,
  role: StaffRole,
  number: number,
): Promise<PersonId> {
  const book = await console.desk.rulebooks.current()
  const [holder] = holders(role, await kept(console, number), book)
  if (!holder) throw new Error(`nobody is ${role} over ${number}`)
  return holder.id
}

/** The dispatcher of its community sends a petition to the worker of its grid, who has not signed for it yet. */
export async function sentToGrid(
  console: ConsoleSample,
  said: string,
): Promise<{ number: number; worker: PersonId; dispatcher: PersonId }> {
  const number = await numberOf(console, said)
  const dispatcher = await holderOver(console, 'community_dispatcher', number)
  const code = await gridOf(console, number)
  const to = { kind: 'grid', code } as const
  await does(console, dispatcher, number, { kind: 'transfer', to, reason: '请到现场看看' })
  return { number, worker: await workerOf(console, number), dispatcher }
}

/** Whoever a petition was sent to returns it: it lies with its community again. */
export async function returned(console: ConsoleSample, said: string): Promise<number> {
  const number = await numberOf(console, said)
  const worker = await workerOf(console, number)
  await does(console, worker, number, { kind: 'return', reason: '不归我们管' })
  return number
}

async function all({ desk }: ConsoleSample): Promise<Petition[]> {
  const petitions = await desk.petitions.list({ limit: 500 })
  return petitions.sort((a, b) => a.number - b.number)
}

/** A petition that somebody is to deal with. */
export async function inHand(console: ConsoleSample, number: number): Promise<InHand> {
  const petition = await kept(console, number)
  if (!isInHand(petition)) throw new Error(`${number} is ${petition.status}, not in hand`)
  return petition
}

async function gridOf(console: ConsoleSample, number: number): Promise<UnitCode> {
  const { grid } = await kept(console, number)
  if (!grid) throw new Error(`no grid is known of ${number}`)
  return grid
}
