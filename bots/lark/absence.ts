import { withoutWords } from '../../src/domain/without-words.ts'
import type { Tidings } from '../../src/flows/ports/tidings.ts'
import type { Clock } from '../../src/flows/ports.ts'

const signMs = 60_000
/** Lark brings an event that nobody took again after 15 s, 5 min, 1 h and 6 h; then never. */
const repeatsForMs = (6 * 60 + 60 + 5) * 60_000

interface Hearing {
  readonly tidings: Pick<Tidings, 'gap' | 'heardUntil' | 'lastHeardUntil'>
  readonly hears: () => boolean
  readonly clock: Clock
  readonly report: (what: string, fault: unknown) => void
}

/**
 * Writes down each minute that Lark can reach us, and tells of a gap after an absence that is longer than Lark's patience.
 * What was said in its last seven hours still comes by itself. Answers how to stop.
 */
export function watchAbsence({ tidings, hears, clock, report }: Hearing): () => void {
  const look = async () => {
    if (!hears()) return
    const now = clock()
    const fromAt = await tidings.lastHeardUntil('lark')
    const untilAt = new Date(now.getTime() - repeatsForMs)
    if (fromAt && fromAt < untilAt) await tidings.gap({ channel: 'lark', fromAt, untilAt })
    await tidings.heardUntil('lark', now)
  }
  const guarded = () =>
    void look().catch((fault) => report('lark: a sign of hearing', withoutWords(fault)))
  guarded()
  const timer = setInterval(guarded, signMs)
  return () => clearInterval(timer)
}
