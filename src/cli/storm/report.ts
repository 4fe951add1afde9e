import type { Audit } from './audit.ts'

/** What the storm did and what it left, for who has to believe it. */
export function reportOf(
  {
    said,
    kept,
    petitions,
    letters,
    voices,
    gaps,
    inGaps,
    gapSeconds,
    doubles,
    doubtful,
    sentAgain,
    faults,
  }: Audit & {
    readonly sentAgain: number
  },
  harm: ReadonlyMap<string, number>,
  presses: number,
): string[] {
  return [
    '',
    'harm done 破坏',
    ...[...harm].sort().map(([what, count]) => `  ${String(count).padStart(4)}  ${what}`),
    '',
    'audit 审计',
    `  said on the platforms 平台上说了    ${said}（and ${presses} presses of cards）`,
    `  kept in the inbox 收进来            ${kept}，each once`,
    `  lost outside of gaps 丢失           ${said - kept - inGaps.length > 0 ? said - kept - inGaps.length : 0}`,
    `  lost by the link within shown gaps  ${inGaps.length} in ${gaps} gaps of ${gapSeconds} s together`,
    `  petitions 诉求                      ${petitions}，each once`,
    `  letters 通知                        ${letters}，${sentAgain} of them given up once and sent again`,
    `  said to groups 通知、征集            ${voices.announcements} announcements and ${voices.polls} polls, each once per group; ${voices.votes} votes, each once`,
    `  in doubt when they went again       ${doubtful}`,
    `  said twice 重复                     ${doubles.length}`,
    ...doubles.map((one) => `    ${one}`),
    '',
    ...(faults.length === 0
      ? ['PASS: nothing lost, nothing half done']
      : [`FAIL: ${faults.length} faults`, ...faults.slice(0, 100).map((fault) => `  ${fault}`)]),
  ]
}
