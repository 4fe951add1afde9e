import type { HeadsNotice } from '../domain/notices/heads-notice.ts'
import { dayText } from './reports/names.ts'
import type { Sentences } from './resident-notices.ts'

/** What the community's office hears of its household heads. */
export const headsNotices = {
  headTermEnds: ({ name, unit, untilAt, isOver }) =>
    `【户长换届】${unit}户长${name}的任期${isOver ? `已于${dayText(untilAt)}届满` : `到${dayText(untilAt)}届满`}，名册上还没有接任的人。请组织推选或续任，并更新户长名册；届满后没核实完的由接任的户长或社区接着核实。`,
  headsMonth: ({ unit, period, active, idle }) => {
    const thanked = active.map(({ name, relayed, looked, ran = 0 }) =>
      [
        name,
        [
          relayed > 0 && `代报${relayed}件`,
          looked > 0 && `核实${looked}件`,
          ran > 0 && `代办${ran}件`,
        ]
          .filter(Boolean)
          .join('、'),
      ].join(''),
    )
    return [
      `【户长月报】${unit}${Number(period.slice(5))}月：`,
      active.length > 0 ? `${thanked.join('；')}。请代为致谢。` : '没有代报、核实、代办的记录。',
      idle > 0 ? `另有${idle}位户长没有记录，方便时请关心一下有没有难处，不作通报。` : '',
    ].join('')
  },
} as const satisfies Sentences<HeadsNotice['kind']>
