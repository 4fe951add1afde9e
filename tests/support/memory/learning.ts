import {
  type Corrections,
  type ModelRecord,
  type Models,
  modelsKept,
} from '../../../src/flows/ports/learning.ts'
import { kept, type Shelf } from './shelf.ts'

export const memoryLearning = (shelf: Shelf): { corrections: Corrections; models: Models } => ({
  corrections: {
    count: async () => shelf.corrections.size,
    list: async () =>
      [...shelf.corrections.values()].sort(
        (a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1),
      ),
  },
  models: memoryModels(shelf),
})

const memoryModels = (shelf: Shelf): Models => ({
  inForce: async () => shelf.modelInForce,
  async bytes(version) {
    const found = shelf.models.find(({ record }) => record.version === version)
    if (!found) throw new RangeError(`no model of version ${version}`)
    return found.bytes
  },
  list: async () => shelf.models.map(({ record }) => record).reverse(),
  async add(model, bytes) {
    const same = shelf.models.find((known) => Buffer.compare(known.bytes, bytes) === 0)
    const version = same?.record.version ?? (shelf.models.at(-1)?.record.version ?? 0) + 1
    const record: ModelRecord = { ...model, version }
    if (!same) shelf.models.push({ record: kept(record), bytes: Uint8Array.from(bytes) })
    shelf.models.splice(0, shelf.models.length - modelsKept)
    shelf.modelInForce = version
    return version
  },
  async use(version) {
    const isKept = version === 0 || shelf.models.some(({ record }) => record.version === version)
    if (isKept) shelf.modelInForce = version
    return isKept
  },
})
