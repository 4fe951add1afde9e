import { alarmTraits } from '../../domain/intake/alarm-traits.ts'
import { bareSignIn, emergencyIn } from '../../domain/intake/emergency.ts'
import { hear } from '../../domain/intake/heard.ts'
import type { Model } from '../../domain/intake/model.ts'
import { handwritten } from '../corpus/read.ts'
import type { Document } from '../document.ts'
import { plainMessage } from '../plain-message.ts'
import type { Part } from '../train.ts'
import type { Answer } from './examples.ts'

/** Words that a guard calls harmless never come to be weighed; they only teach what harmless talk is like. */
const guardedWeight = 0.5

/**
 * What the lines of the corpus teach about words of danger: whether they are meant. Each is read by a model that learnt
 * without its author; of the cries in `corpus/cries` no model learns.
 */
export function alarmAnswers(parts: readonly Part[], model: Model): Answer[] {
  const { calibration } = model
  const cries = handwritten('cries').flatMap((document) => answer(document, model))
  const lines = parts.flatMap(({ model, leftOut }) => {
    const calibrated = { ...model, calibration }
    return leftOut.flatMap((document) => answer(document, calibrated))
  })
  return [...lines, ...cries]
}

function answer({ text, danger }: Document, model: Model): Answer[] {
  if (danger === undefined) return []
  const heard = hear(plainMessage(text), model, false)
  const sign = emergencyIn(text) === null ? bareSignIn(text) : null
  const guarded = sign && { ...heard, emergency: { ...sign, byEar: false } }
  if (!guarded && !heard.emergency) return []
  const traits = alarmTraits({ heard: guarded ?? heard, earlier: '' })
  return [{ traits, yes: danger, weight: guarded ? guardedWeight : 1 }]
}
