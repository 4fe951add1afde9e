import { dayAhead } from '../intake/day-ahead.ts'
import { readRuling, type SaidOfTime } from '../intake/read-ruling.ts'
import type { Understanding } from '../intake/understanding.ts'
import type { Command } from '../petition/command.ts'
import type { Petition } from '../petition/petition.ts'
import type { Answer, Move } from './move.ts'
import type { Situation } from './situation.ts'
import { statusLine } from './status-line.ts'

/**
 * What somebody in office says of the time a petition takes: more of it is given or refused by whoever may, an interim
 * answer is given by whoever has it, and who asked for help is answered, by its number. Without a number only where one alone can be meant. Null when nothing of it is said.
 */
export function officeTime(s: Situation, u: Understanding): readonly Move[] | null {
  const said = readRuling(s.words)
  if (!said) return null
  const among = said.kind === 'interim' ? s.tasks : said.kind === 'help' ? [] : s.undecided
  const [first, ...others] = s.numbered ? [s.numbered] : among
  if (!first) return [refused(among === s.undecided ? 'nothingAsked' : 'notFound', null)]
  if (others.length > 0)
    return [
      {
        kind: 'say',
        notice: {
          kind: 'whichTask',
          lines: [first, ...others].slice(0, 5).map((task) => statusLine(task, s.at, u.book)),
        },
        outcome: 'taskAsked',
      },
    ]
  return [does(said, first, s, u)]
}

function does(said: SaidOfTime, petition: Petition, s: Situation, u: Understanding): Move {
  switch (said.kind) {
    case 'approve':
      return act(petition, { kind: 'approveExtension', days: said.days }, 'extensionApproved')
    case 'refuse':
      return act(petition, { kind: 'refuseExtension', reason: said.reason }, 'extensionRefused')
    case 'help':
      return act(petition, { kind: 'answerHelp', text: said.text }, 'helpAnswered')
    case 'interim': {
      const day = dayAhead(said.text, s.at, u.book)
      return act(petition, { kind: 'answerInterim', text: said.text, day }, 'interimAnswered')
    }
  }
}

const act = (petition: Petition, command: Command, answer: Answer): Move => ({
  kind: 'act',
  petition,
  steps: [{ command, by: 'speaker' }],
  answer,
  outcome: command.kind,
})

const refused = (refusal: 'notFound' | 'nothingAsked', number: number | null): Move => ({
  kind: 'say',
  notice: { kind: 'refused', refusal, number },
  outcome: `refused ${refusal}`,
})
