import type { Action } from '../../domain/petition/actions.ts'
import type { PetitionEvent } from '../../domain/petition/event.ts'
import { helpAskedBesides } from '../../domain/petition/help.ts'
import { isInHand, type Petition } from '../../domain/petition/petition.ts'
import { moment } from '../../texts/moments.ts'
import { eventLabels } from '../../texts/timeline.ts'
import type { Visit } from './visit.ts'

const decisions: Readonly<Partial<Record<Action, readonly PetitionEvent['kind'][]>>> = {
  approveExtension: ['extensionApproved', 'extensionRefused'],
  refuseExtension: ['extensionApproved', 'extensionRefused'],
  answerHelp: ['helpAnswered'],
}

/** That what somebody wants to decide was decided already: by whom, when and how; null where it still waits, or never did. */
export async function decidedAlready(
  action: Action,
  petition: Petition,
  { staff, desk, book }: Pick<Visit, 'staff' | 'desk' | 'book'>,
): Promise<string | null> {
  const kinds = decisions[action]
  if (!kinds || waits(action, petition, staff.id)) return null
  const timeline = await desk.petitions.timeline(petition.id)
  const last = timeline.filter(({ kind }) => kinds.includes(kind)).at(-1)
  if (!last) return null
  const name = book.staff.find(({ id }) => id === last.by)?.name
  const who = last.by === staff.id ? '您' : (name ?? '别的同事')
  return `${who}${moment(last.at)}已${eventLabels[last.kind]}，不用再办`
}

const waits = (action: Action, petition: Petition, reader: Visit['staff']['id']): boolean =>
  action === 'answerHelp'
    ? helpAskedBesides(reader, petition).length > 0
    : isInHand(petition) && petition.extensionAsked !== undefined
