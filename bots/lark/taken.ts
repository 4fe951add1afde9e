import { withoutWords } from '../../src/domain/without-words.ts'
import type { SeenKeys } from '../../src/flows/ports/seen-keys.ts'
import type { Clock } from '../../src/flows/ports.ts'
import { windowMs } from './verify.ts'

/** What was taken in before: who records a request cannot bring it again, even when its message is forgotten by then. */
export interface Taken {
  /** False also when nobody can tell: what is done with it does no harm twice. */
  was(key: string): Promise<boolean>
  note(key: string): Promise<void>
}

export function takenOf(
  seen: Pick<SeenKeys, 'seen' | 'claim'>,
  clock: Clock,
  report: (what: string, fault: unknown) => void,
): Taken {
  const failed = (fault: unknown) => {
    report('lark: the seen keys do not answer', withoutWords(fault))
    return false
  }
  return {
    was: (key) => seen.seen(`lark/${key}`, clock()).catch(failed),
    async note(key) {
      // a request may be dated ahead as far as behind
      const until = new Date(clock().getTime() + 2 * windowMs)
      await seen.claim(`lark/${key}`, clock(), until).catch(failed)
    },
  }
}
