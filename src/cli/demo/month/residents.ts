import type { PersonId, PetitionId } from '../../../domain/ids.ts'
import { isInHand, type Petition, petitioners } from '../../../domain/petition/petition.ts'
import type { Utterance } from '../utter.ts'
import type { Play } from './play.ts'
import { residentWords } from './words.ts'

const hour = 3_600_000

/** What petitioners do when they are told a result: most say something about it, some within minutes, some never. */
export function judge(petition: Petition, play: Play): void {
  const { random, stage } = play
  for (const { person } of petitioners(petition)) {
    const words = verdict(petition, random.next())
    if (words === null) continue
    const at = atDaytime(new Date(stage.clock().getTime() + (0.2 + 30 * random.next()) * hour))
    const text = random.pick(words)
    play.agenda.add(at, () =>
      as(person, petition.id, text, play, ({ status }) => status === 'resolved'),
    )
  }
}

function verdict({ reopenings }: Petition, chance: number): readonly string[] | null {
  if (chance < 0.5) return residentWords.satisfied
  if (chance < 0.62) return residentWords.fair
  if (chance < 0.67) return residentWords.dissatisfied
  return chance < 0.75 && reopenings < 2 ? residentWords.unsolved : null
}

/** While it is in hand: a few ask where it stays, fewer take it back. */
export function wait(petition: Petition, play: Play): void {
  const { random, stage } = play
  const chance = random.next()
  if (chance > 0.1) return
  const words = random.pick(chance < 0.07 ? residentWords.urge : residentWords.withdraw)
  const at = atDaytime(new Date(stage.clock().getTime() + (6 + 40 * random.next()) * hour))
  play.agenda.add(at, () => as(petition.reporter.person, petition.id, words, play, isInHand))
}

async function as(
  person: PersonId,
  id: PetitionId,
  words: string,
  play: Play,
  stillSo: (petition: Petition) => boolean,
): Promise<Utterance | null> {
  const { desk } = play.stage
  const petition = await desk.petitions.find(id)
  const [reach] = await desk.people.reaches(person)
  if (!petition || !reach || !stillSo(petition)) return null
  return { who: reach.account, room: null, says: `${petition.number}号 ${words}` }
}

/** Between eight in the morning and nine at night. */
function atDaytime(at: Date): Date {
  const there = new Date(at.getTime() + 8 * hour)
  const clock = there.getUTCHours()
  if (clock >= 8 && clock < 21) return at
  there.setUTCHours(clock < 8 ? 8 : 32, there.getUTCMinutes())
  return new Date(there.getTime() - 8 * hour)
}
