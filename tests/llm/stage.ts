import { afterEach } from 'vitest'
import type { Stretch } from '../../src/domain/intake/message.ts'
import { readStretch } from '../../src/domain/intake/read-stretch.ts'
import type { OpenMatter } from '../../src/domain/intake/same-matter.ts'
import type { Registered } from '../../src/domain/intake/second/one-for-each.ts'
import type { Reading } from '../../src/domain/intake/understanding.ts'
import { secondReading } from '../../src/flows/second-reading.ts'
import { type LlmReader, llmReader } from '../../src/llm/llm-reader.ts'
import type { LlmSettings } from '../../src/llm/settings.ts'
import { u } from '../domain/intake/understanding.ts'
import { fakeLlm, type LlmRequest, type Turn } from '../support/fake-llm.ts'

const opened: { stop(): unknown }[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.stop()
})

/** A language model that does as it is told, and the reader that asks it; both are gone after the test. */
export async function stage(
  turn: (request: LlmRequest, nth: number) => Turn,
  but: Partial<LlmSettings> & { readonly most?: number; readonly elapsed?: () => number } = {},
) {
  const { most = Number.POSITIVE_INFINITY, elapsed = () => performance.now(), ...settings } = but
  const llm = await fakeLlm(turn)
  const reports: string[] = []
  let left = most
  const cap = { take: async () => left-- > 0 }
  const reader: LlmReader = llmReader(
    {
      url: llm.url,
      model: 'fake',
      key: 'sk-secret',
      mode: 'reader',
      dailyCap: 1,
      timeoutMs: 1_500,
      ...settings,
    },
    { cap, elapsed, report: (what) => void reports.push(what) },
  )
  opened.push(reader, llm)
  return {
    ...llm,
    reader,
    reports,
    /** Our own reading, read a second time. */
    reads: (
      stretch: Stretch,
      registered: readonly Registered[] = [],
      open: readonly OpenMatter[] = [],
    ): Promise<Reading> =>
      secondReading(local(stretch), stretch, { registered, open: async () => open }, u, reader),
  }
}

export const local = (stretch: Stretch): Reading => readStretch(stretch, u)

/** `m1,m2+老周 0301 梅园小区 5 2 normal`: what a reading says, matter by matter. */
export const outline = ({ matters }: Reading): string[] =>
  matters.map(
    ({ messages, supporters, category, place, urgency }) =>
      `${[messages.join(','), ...supporters].join('+')} ${category.value} ${Object.values(place.value).filter(Boolean).join(' ')} ${urgency.value}`,
  )
