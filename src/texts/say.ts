import type { MediaId } from '../domain/ids.ts'
import type { Notice } from '../domain/notices/notice.ts'
import { aftercareNotices } from './aftercare-words.ts'
import { together } from './digest.ts'
import { errandNotices } from './errand-words.ts'
import { jointNotices } from './joint-notices.ts'
import { mediationSentences } from './mediation-sentences.ts'
import { pressingNotices } from './pressing-words.ts'
import { residentNotices, type Sentences } from './resident-notices.ts'
import { rightsNotices } from './rights-notices.ts'
import { staffNotices } from './staff-notices.ts'
import { voiceNotices } from './voice-words.ts'

/** A notice without its sentence does not compile. */
const sentences: Sentences<Notice['kind']> = {
  ...residentNotices,
  ...staffNotices,
  ...jointNotices,
  ...mediationSentences,
  ...pressingNotices,
  ...aftercareNotices,
  ...rightsNotices,
  ...voiceNotices,
  ...errandNotices,
}

/** What is said of one notice. The same facts always make the same words. */
export const say = (notice: Notice): string =>
  [
    (sentences[notice.kind] as (notice: Notice) => string)(notice),
    ...(notice.own?.after ?? []).map((line) => line.replaceAll('\\n', '\n')),
  ].join('\n')

/** Several notices to one reader as one message, with the photos that belong to it: office news as a digest. */
export function sayAll(notices: readonly Notice[]): {
  readonly text: string
  readonly photos: readonly MediaId[]
} {
  const photos = notices.flatMap((notice) =>
    notice.kind === 'task' ? notice.task.photos : 'photos' in notice ? notice.photos : [],
  )
  return { text: together(notices, say), photos: [...new Set(photos)] }
}
