import type { HeadsNotice } from '../domain/notices/heads-notice.ts'
import { dayText } from './reports/names.ts'
import type { Sentences } from './resident-notices.ts'

/** What the community's office hears of its household heads. */
export const headsNotices = {
  headTermEnds: ({ name, unit, untilAt, isOver }) =>
    `【户长换届】${unit}户长${name}的任期${isOver ? `已于${dayText(untilAt)}届满` : `到${dayText(untilAt)}届满`}，名册上还没有接任的人。请组织推选或续任，并更新户长名册；届满后没核实完的由接任的户长或社区接着核实。`,
} as const satisfies Sentences<HeadsNotice['kind']>
