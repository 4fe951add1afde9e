import { letterId } from '../../domain/ids.ts'
import { no, ok } from '../../domain/result.ts'
import type { Desk, Letter } from '../../flows/ports.ts'
import { letterLabels } from '../../http/petitions/letters.ts'
import { moment } from '../../texts/moments.ts'
import type { Ending } from './in-office.ts'

export const lettersUsage = `npm run letters                  没送达的通知 letters given up, and why
npm run letters -- again ID…     重新发送 send them again
npm run letters -- again all     全部重新发送 all of them`

const most = 1_000

/** Shows the letters that were given up, without their words, or sends some of them again. */
export async function letters(
  [verb, ...ids]: readonly string[],
  { outbox }: Pick<Desk, 'outbox'>,
): Promise<Ending> {
  if (verb !== undefined && (verb !== 'again' || ids.length === 0)) return no([lettersUsage])
  const given = await outbox.givenUp(most)
  if (verb === undefined)
    return ok([
      ...given.map(line),
      `没送达 ${given.length} given up；可能重复送达 ${await outbox.possibleDoubles()} possibly said twice`,
    ])
  const all = ids.length === 1 && ids[0] === 'all'
  const wanted = all ? given.map(({ id }) => id) : ids.map(letterId)
  const again = await outbox.again(wanted)
  const lost = wanted.filter((id) => !again.includes(id))
  if (lost.length > 0)
    return no([`重新发送 ${again.length} sent again；不在其中 not given up: ${lost.join(' ')}`])
  return ok([`重新发送 ${again.length} sent again`])
}

const line = ({ id, to, notice, sendAt, why }: Letter & { readonly why: string }): string =>
  [
    id,
    moment(sendAt),
    to.kind === 'person' ? to.person : to.room,
    letterLabels[notice.kind],
    why,
  ].join('  ')
