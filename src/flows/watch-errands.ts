import { actOnErrand } from './act-on-errand.ts'
import type { Desk } from './ports.ts'

const errandsAtOnce = 50

/**
 * What a head did not answer or do in time goes to the grid worker, who is reminded from then on; who does not say whether
 * it is done is taken to be content. Each once; answers how many were dealt with.
 */
export async function watchErrands(desk: Desk): Promise<number> {
  let count = 0
  for (const errand of await desk.errands.due(desk.clock(), errandsAtOnce)) {
    const done = await actOnErrand(errand, { kind: 'lapse' }, null, desk)
    if (done.ok) count += 1
  }
  return count
}
