import type { MiddlewareHandler } from 'hono'
import { lookOf } from '../../domain/console/look.ts'
import type { UnitCode } from '../../domain/ids.ts'
import { isWithin } from '../../domain/numbers/scope.ts'
import { unitOf } from '../../domain/people/in-charge.ts'
import type { Staff } from '../../domain/people/roles.ts'
import type { Petition } from '../../domain/petition/petition.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import { tokenHolder } from '../../flows/api-tokens.ts'
import type { ApiToken } from '../../flows/ports/tokens.ts'
import type { ConsoleDesk } from '../console/console-desk.ts'
import { problem } from './problem.ts'

/** The program that asks, and in whose name. */
export interface Caller {
  readonly token: ApiToken
  readonly staff: Staff
  /** In force now. */
  readonly book: Rulebook
  readonly now: Date
}

/** In whose name something is read, and within which unit. */
export interface Reader extends Pick<Caller, 'staff' | 'book'> {
  readonly token: Pick<ApiToken, 'unit'>
}

export interface ApiEnv {
  readonly Variables: { readonly caller: Caller }
}

/** Lets in who brings a token that holds. A cookie is nobody's word here: other sites make browsers send it. */
export const withToken =
  (desk: ConsoleDesk): MiddlewareHandler<{ Variables: { caller: Caller } }> =>
  async (c, next) => {
    const [, secret = ''] =
      /^Bearer +([\w-]{1,200})$/i.exec(c.req.header('Authorization') ?? '') ?? []
    const holder = secret === '' ? undefined : await tokenHolder(secret, desk)
    if (!holder) return problem(c, 'unauthorized', { detail: 'Authorization: Bearer linli_…' })
    c.set('caller', { ...holder, book: await desk.rulebooks.current(), now: desk.clock() })
    await next()
  }

/** What the caller sees of a petition: what its person sees, within its unit. */
export const lookAt = (petition: Petition, { token, staff, book }: Reader) =>
  isWithin(unitOf(petition, book), token.unit, book) ? lookOf(petition, staff, book) : 'none'

/** Whether numbers of a unit are the caller's to read. */
export const isInScope = (unit: UnitCode, { token, staff, book }: Caller): boolean =>
  isWithin(unit, token.unit, book) && isWithin(unit, staff.unit, book)
