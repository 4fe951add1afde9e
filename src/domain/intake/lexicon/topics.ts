import { cityOrder } from './city-order.ts'
import { countryside } from './countryside.ts'
import { disputes } from './disputes.ts'
import { environment } from './environment.ts'
import { municipal } from './municipal.ts'
import { property } from './property.ts'
import { safety } from './safety.ts'
import { sanitation } from './sanitation.ts'
import type { Topic } from './topic.ts'
import { utilities } from './utilities.ts'
import { welfare } from './welfare.ts'

/** All categories that the classifier knows, by code. */
export const topics: readonly Topic[] = [
  ...municipal,
  ...utilities,
  ...property,
  ...sanitation,
  ...environment,
  ...cityOrder,
  ...safety,
  ...disputes,
  ...welfare,
  ...countryside,
].sort((a, b) => (a.code < b.code ? -1 : 1))
