import type { Staff } from '../../domain/people/roles.ts'
import { signedIn } from '../../flows/sign-in.ts'
import { secretOf } from './cookie.ts'
import type { Visit } from './visit.ts'

/** Whoever opened a stream, as they are in office now; undefined once they signed out or hold none any more. */
export const whoStill = async ({
  c,
  desk,
}: Pick<Visit, 'c' | 'desk'>): Promise<Staff | undefined> =>
  (await signedIn(secretOf(c, desk.publicUrl) ?? '', desk))?.staff
