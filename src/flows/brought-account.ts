import { createHash } from 'node:crypto'
import type { PersonId } from '../domain/ids.ts'

/** What a program says of whom it registers something for. */
interface BroughtFor {
  /** In whose name the program acts. */
  readonly by: PersonId
  readonly system: string
  /** Its number there. */
  readonly number: string
  readonly phone: string | undefined
}

/** The account of somebody for whom a program registers: who tells no phone is somebody new with each number. */
export const broughtAccount = ({ by, system, number, phone }: BroughtFor): string =>
  [by, system, phone ?? `=${createHash('sha256').update(number).digest('hex').slice(0, 32)}`].join(
    '/',
  )

/** The phone that such an account was made of; null: none. */
export const phoneOf = (account: string): string | null =>
  /\/(\+?\d{5,15})$/.exec(account)?.[1] ?? null
