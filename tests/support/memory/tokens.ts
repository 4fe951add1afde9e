import type { ApiToken, Tokens } from '../../../src/flows/ports/tokens.ts'
import type { Shelf } from './shelf.ts'

export const memoryTokens = (shelf: Shelf): Tokens => ({
  async keep(token, hash) {
    if ([...shelf.tokens.values()].some(({ id }) => id === token.id)) return false
    shelf.tokens.set(hash, { ...token, seenAt: null, revokedAt: null })
    return true
  },
  async find(hash, now) {
    const token = shelf.tokens.get(hash)
    if (!token || !holds(token, now)) return undefined
    if (token.seenAt === null || now.getTime() - token.seenAt.getTime() >= 60_000)
      shelf.tokens.set(hash, { ...token, seenAt: now })
    return token
  },
  async list() {
    return [...shelf.tokens.values()].sort(
      (a, b) => b.madeAt.getTime() - a.madeAt.getTime() || b.id.localeCompare(a.id),
    )
  },
  async revoke(id, now) {
    const found = [...shelf.tokens].find(([, token]) => token.id === id && holds(token, now))
    if (!found) return false
    const [hash, token] = found
    shelf.tokens.set(hash, { ...token, revokedAt: now })
    return true
  },
})

const holds = ({ revokedAt, expiresAt }: ApiToken, now: Date) =>
  revokedAt === null && expiresAt > now
