import type { RoomId } from '../../domain/ids.ts'
import { readStretch } from '../../domain/intake/read-stretch.ts'
import type { Understanding } from '../../domain/intake/understanding.ts'
import { plainMessage } from '../plain-message.ts'

/** How many texts, each the only message of a group, are taken for a matter, and how many of those for an emergency. */
export interface AlarmScores {
  readonly texts: number
  readonly alarms: number
  readonly rate: number
  readonly emergencies: number
}

/** Of chatter each alarm is a false one; of petitions each text without an alarm is one missed. */
export function scoreAlarms(
  texts: readonly string[],
  room: RoomId,
  understanding: Understanding,
): AlarmScores {
  const found = texts
    .map((text) =>
      readStretch({ room, speakerRooms: [], messages: [plainMessage(text)] }, understanding),
    )
    .map(({ matters }) => matters.filter(({ settled }) => !settled.value))
    .filter((matters) => matters.length > 0)
  return {
    texts: texts.length,
    alarms: found.length,
    rate: found.length / Math.max(1, texts.length),
    emergencies: found.filter((matters) =>
      matters.some(({ urgency }) => urgency.value === 'emergency'),
    ).length,
  }
}
