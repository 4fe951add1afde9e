import { createHash, randomBytes } from 'node:crypto'
import type { PersonId } from '../domain/ids.ts'
import type { Staff } from '../domain/people/roles.ts'
import type { Session } from './ports/sessions.ts'
import type { Desk } from './ports.ts'

const linkMs = 10 * 60_000
const sessionMs = 7 * 24 * 3_600_000
/** As long as the name of a browser is kept. */
const clientLength = 200

type SignInDesk = Pick<Desk, 'sessions' | 'rulebooks' | 'publicUrl' | 'clock'>

/** Somebody in office, and the browser they sit at. */
export interface SignedIn {
  readonly staff: Staff
  readonly session: Session
}

/** A link that opens the console once for this person, within ten minutes; earlier ones open nothing any more. */
export async function offerLink(
  person: PersonId,
  { sessions, publicUrl, clock }: Omit<SignInDesk, 'rulebooks'>,
): Promise<{ readonly url: string; readonly expiresAt: Date }> {
  const secret = newSecret()
  const expiresAt = new Date(clock().getTime() + linkMs)
  await sessions.offer(person, hashOf(secret), expiresAt)
  return { url: `${publicUrl}/l/${secret}`, expiresAt }
}

/** Who would get in by a link. Chat apps open links to show a preview: looking uses nothing up. */
export async function whoseLink(secret: string, desk: SignInDesk): Promise<Staff | undefined> {
  const person = await desk.sessions.offeredTo(hashOf(secret), desk.clock())
  return person && staffOf(person, desk)
}

/** Uses a link up; answers the secret of the session that begins with it, and when it ends. */
export async function signIn(
  secret: string,
  client: string,
  desk: SignInDesk,
): Promise<{ readonly secret: string; readonly expiresAt: Date } | undefined> {
  const now = desk.clock()
  const own = newSecret()
  const expiresAt = new Date(now.getTime() + sessionMs)
  const asked = { hash: hashOf(own), client: client.slice(0, clientLength), expiresAt }
  const session = await desk.sessions.begin(hashOf(secret), asked, now)
  return session && { secret: own, expiresAt }
}

/** Begins a session for somebody whom a house that we trust vouches for; a link they were given opens nothing any more. */
export async function letIn(
  person: PersonId,
  client: string,
  desk: SignInDesk,
): Promise<{ readonly secret: string; readonly expiresAt: Date } | undefined> {
  const link = newSecret()
  await desk.sessions.offer(person, hashOf(link), new Date(desk.clock().getTime() + linkMs))
  return signIn(link, client, desk)
}

/** Ends everything somebody is signed in by; a link they were given opens nothing any more. */
export async function signOutEverywhere(
  person: PersonId,
  { sessions, clock }: Pick<SignInDesk, 'sessions' | 'clock'>,
): Promise<void> {
  const now = clock()
  await sessions.offer(person, hashOf(newSecret()), now)
  for (const { id } of await sessions.list(now, person)) await sessions.end(id, person)
}

/** Who holds a session; undefined when it is over, or when they hold no office any more. */
export async function signedIn(secret: string, desk: SignInDesk): Promise<SignedIn | undefined> {
  const session = await desk.sessions.find(hashOf(secret), desk.clock())
  const staff = session && (await staffOf(session.person, desk))
  return session && staff && { staff, session }
}

const staffOf = async (person: PersonId, { rulebooks }: SignInDesk): Promise<Staff | undefined> =>
  (await rulebooks.current()).staff.find(({ id }) => id === person)

/** Nobody can guess it. */
export const newSecret = () => randomBytes(24).toString('base64url')

/** Of a secret nobody can guess, so a fast hash is enough. */
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')
