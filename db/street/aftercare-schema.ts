import { z } from 'zod'
import {
  type AftercarePolicy,
  checkedKinds,
  lastingKinds,
  usualAftercare,
} from '../../src/domain/aftercare/policy.ts'
import { categoryCode } from '../../src/domain/ids.ts'
import { duration } from './times.ts'

const always = {
  negative: 'negative',
  unrated_emergency: 'unratedEmergency',
  doubted: 'doubted',
} as const
const alwaysNames = Object.keys(always) as (keyof typeof always)[]

const only = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z.enum(names, { error: ({ input }) => `不能写“${input}”，只能是：${names.join('、')}` })

/** What `policies.yaml` may say of the time after a petition was resolved; what it does not say is as usual. */
export const aftercareFile = {
  head_checks: z.array(only(checkedKinds)).optional(),
  callback: z
    .strictObject({
      share: z.number({ error: '应为 0 到 1 的小数' }).min(0).max(1),
      within: duration.optional(),
      always: z.array(only(alwaysNames as [(typeof alwaysNames)[number]])).optional(),
    })
    .optional(),
  lasting: z
    .strictObject({
      after: duration,
      answer_within: duration.optional(),
      of: z.array(only(lastingKinds)).optional(),
      categories: z
        .array(z.string().regex(/^\d{4}$/, '应为四位类别编码，加引号，如 "0803"'))
        .optional(),
    })
    .optional(),
  survey_notes: z.strictObject({ before: duration, within: duration }).optional(),
}

type Lines = { readonly [K in keyof typeof aftercareFile]?: z.output<(typeof aftercareFile)[K]> }

/** Null where the file says nothing of it. */
export function toAftercare(lines: Lines): AftercarePolicy | null {
  const { head_checks, callback, lasting, survey_notes } = lines
  if (!head_checks && !callback && !lasting && !survey_notes) return null
  const usual = usualAftercare
  return {
    headChecks: head_checks ?? usual.headChecks,
    callBack: callback
      ? {
          share: callback.share,
          within: callback.within ?? usual.callBack.within,
          always: callback.always?.map((name) => always[name]) ?? usual.callBack.always,
        }
      : usual.callBack,
    lasting: lasting
      ? {
          after: lasting.after,
          answerWithin: lasting.answer_within ?? usual.lasting.answerWithin,
          of: lasting.of ?? usual.lasting.of,
          categories: lasting.categories?.map(categoryCode) ?? [],
        }
      : usual.lasting,
    noteBefore: survey_notes?.before ?? usual.noteBefore,
    noteWithin: survey_notes?.within ?? usual.noteWithin,
  }
}
