import type { Petition } from '../../domain/petition/petition.ts'

type Place = Pick<Petition, 'registeredAt' | 'number'>

/** Where a list goes on. Opaque to callers. */
export const cursorOf = ({ registeredAt, number }: Place): string =>
  Buffer.from(`${registeredAt.getTime()}.${number}`).toString('base64url')

/** null for what is no cursor of ours. */
export function placeOf(cursor: string): Place | null {
  const [, time, number] =
    /^(\d{1,14})\.(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  return time === undefined || number === undefined
    ? null
    : { registeredAt: new Date(Number(time)), number: Number(number) }
}
