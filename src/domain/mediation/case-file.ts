import type { Petition } from '../petition/petition.ts'
import { mediationOf } from './quarrel.ts'

/** The documents of a case file (卷宗) in their order; forms: 司法部《人民调解文书格式》(2010). */
export const caseDocuments = [
  'registration',
  'rights',
  'identity',
  'authority',
  'inquiry',
  'evidence',
  'sessions',
  'agreement',
  'performance',
  'followUp',
  'confirmation',
  'summary',
  'cover',
] as const
export type CaseDocument = (typeof caseDocuments)[number]

/** `recorded`: what it says is with us, `missing`: it should be there by now, `paper`: only on paper, which we cannot see. */
export interface CaseItem {
  readonly document: CaseDocument
  readonly isRequired: boolean
  readonly state: 'recorded' | 'missing' | 'notYet' | 'notNeeded' | 'paper'
  /** How many of it, where there may be several. */
  readonly count: number
}

/** What the file of a quarrel must hold, and what of it is there. */
export function caseFile(petition: Petition): readonly CaseItem[] {
  const { met, sessions, end, followUps } = mediationOf(petition)
  const agreement = end?.kind === 'settled' ? end.agreement : null
  const item = (
    document: CaseDocument,
    isRequired: boolean,
    state: CaseItem['state'],
    count = 0,
  ): CaseItem => ({ document, isRequired, state, count })
  const recorded = (count: number, otherwise: CaseItem['state']) =>
    count > 0 ? ('recorded' as const) : otherwise
  const afterwards = agreement ? 'missing' : end ? 'notNeeded' : 'notYet'
  return [
    item('registration', true, 'recorded', 1),
    item('rights', true, 'paper'),
    item('identity', true, 'paper'),
    item('authority', false, 'paper'),
    item('inquiry', false, recorded(met?.text ? 1 : 0, 'notNeeded'), met?.text ? 1 : 0),
    item('evidence', false, recorded(petition.photos.length, 'paper'), petition.photos.length),
    item('sessions', true, recorded(sessions.length, end ? 'missing' : 'notYet'), sessions.length),
    item(
      'agreement',
      agreement !== null && !agreement.oral,
      agreement ? (agreement.oral ? 'notNeeded' : 'recorded') : end ? 'notNeeded' : 'notYet',
      agreement ? 1 : 0,
    ),
    item(
      'performance',
      false,
      agreement?.performance?.kept ? 'recorded' : agreement?.performBy ? 'missing' : afterwards,
    ),
    item(
      'followUp',
      false,
      recorded(followUps.filter(({ by }) => by === 'visit').length, afterwards),
      followUps.length,
    ),
    item('confirmation', false, agreement?.confirmation?.applied ? 'paper' : 'notNeeded'),
    item('summary', false, 'paper'),
    item('cover', true, 'paper'),
  ]
}
