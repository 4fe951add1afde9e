import { readElsewhere } from '../intake/read-elsewhere.ts'
import { readMediation } from '../intake/read-mediation.ts'
import type { Understanding } from '../intake/understanding.ts'
import { isQuarrel } from '../mediation/mediation.ts'
import { withItsEnd } from '../mediation/with-its-end.ts'
import { briefOf } from '../notices/brief.ts'
import type { Command } from '../petition/command.ts'
import type { Petition } from '../petition/petition.ts'
import type { Move } from './move.ts'
import type { Situation } from './situation.ts'

/**
 * What somebody in office says of the mediation of a quarrel. Without a number only of their one quarrel. Null when it is
 * about none, or the words are of something else.
 */
export function officeMediation(s: Situation, u: Understanding): readonly Move[] | null {
  const petition = quarrelMeant(s)
  if (!petition || readElsewhere(s.words)) return null
  const said = readMediation(s.words, s.at, u.book)
  if (!said) return null
  switch (said.kind) {
    case 'lacks':
      return [
        {
          kind: 'say',
          notice: {
            kind: 'mediationAsked',
            brief: briefOf(petition, u.book, 'concerned'),
            lack: said.lack,
          },
          outcome: `mediation lacks ${said.lack}`,
        },
      ]
    case 'registered':
      return petition.mediation?.handedOver && petition.status === 'dispatched'
        ? [act(petition, [{ kind: 'accept' }], 'mediate register')]
        : null
    case 'step':
      return [act(petition, withItsEnd(said.step), `mediate ${said.step.kind}`)]
  }
}

const act = (petition: Petition, commands: readonly Command[], outcome: string): Move => ({
  kind: 'act',
  petition,
  steps: commands.map((command) => ({ command, by: 'speaker' })),
  answer: 'mediated',
  outcome,
})

function quarrelMeant({ numbered, tasks, resolved }: Situation): Petition | null {
  if (numbered) return isQuarrel(numbered) ? numbered : null
  const open = tasks.filter(isQuarrel)
  const among = open.length > 0 ? open : tasks.length > 0 ? [] : resolved.filter(isQuarrel)
  return among.length === 1 ? (among[0] ?? null) : null
}
