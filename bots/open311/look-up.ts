import { messageId } from '../../src/domain/ids.ts'
import { isOpen, type Petition } from '../../src/domain/petition/petition.ts'
import type { Rulebook } from '../../src/domain/street/rulebook.ts'
import type { Petitions } from '../../src/flows/ports.ts'
import type { Query } from './read-query.ts'
import { tokensBegin } from './seal.ts'
import { isForAll } from './view.ts'

const most = 1_000

/** The requests of this door that anybody may see. */
export function lookUp(petitions: Pick<Petitions, 'findByNumber' | 'findByMessages' | 'list'>) {
  const byNumber = async (number: number, book: Rulebook): Promise<Petition | null> => {
    const petition = number < 0 ? undefined : await petitions.findByNumber(number)
    return petition && isForAll(petition, book) ? petition : null
  }
  return {
    byNumber,
    async byQuery(query: Query, book: Rulebook): Promise<readonly Petition[]> {
      const { numbers, services, statuses, from, to, page, pageSize } = query
      const found =
        numbers.length > 0
          ? await Promise.all(numbers.map((number) => byNumber(number, book)))
          : await petitions.list({
              ...{ messagesBegin: tokensBegin, registeredSince: from, limit: most },
            })
      const fits = (petition: Petition) =>
        isForAll(petition, book) &&
        (numbers.length > 0 ||
          (petition.registeredAt <= to &&
            (services.length === 0 || services.includes(petition.category)) &&
            (statuses.length === 0 || statuses.includes(isOpen(petition) ? 'open' : 'closed'))))
      return found
        .flatMap((petition) => (petition && fits(petition) ? [petition] : []))
        .slice((page - 1) * pageSize, page * pageSize)
    },
    /** What became of a token, also of what is kept quiet: only its sender has it. */
    numbersOf: async (token: string): Promise<readonly number[]> =>
      (await petitions.findByMessages([messageId(token)]))
        .map(({ number }) => number)
        .sort((a, b) => a - b),
  }
}
