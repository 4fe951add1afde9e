import type { Facts } from '../petition/petition.ts'
import { begun, type Mediation } from './mediation.ts'

/** The mediation of a quarrel, also of one with which nobody has done anything yet. */
export const mediationOf = ({
  mediation,
  registeredAt,
}: Pick<Facts, 'mediation' | 'registeredAt'>): Mediation => mediation ?? begun(registeredAt)

/** Begun and without an end: what becomes of it must be said before it is called resolved. */
export const isUnderMediation = ({ mediation }: Pick<Facts, 'mediation'>): boolean =>
  mediation !== undefined &&
  !mediation.end &&
  (Object.keys(mediation.consents).length > 0 || mediation.sessions.length > 0)
