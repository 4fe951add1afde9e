import { z } from 'zod'
import { duration } from './times.ts'

/** No time at all would be over again each time the clock looks. */
const some = duration.refine(({ amount }) => amount > 0, '应大于 0')

/** What `policies.yaml` may say of errands. */
export const errandLines = {
  errands: z
    .strictObject({ accept: some, done: some, answer: some, source: z.string().min(1) })
    .optional(),
}
