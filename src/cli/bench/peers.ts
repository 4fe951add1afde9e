import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { trainingCorpus } from '../../classifier/corpus/corpus.ts'
import { handwritten } from '../../classifier/corpus/read.ts'
import { classify } from '../../domain/intake/classify.ts'
import type { Model } from '../../domain/intake/model.ts'
import { coded, normalise } from '../../domain/intake/text.ts'
import { ratePerCpuSecond } from './rate.ts'

export const peersFolder = join(import.meta.dirname, '..', '..', '..', 'bench', 'peers')

/** How one way of classifying did on the held-out lines: right answers of all asked, messages a CPU second. */
export interface PeerFigures {
  readonly name: string
  readonly petition: number
  readonly level1: number
  readonly perSecond: number
  readonly trainSeconds: number | null
}

export interface Absent {
  readonly name: string
  readonly why: string
}

/** What a classifier says of a text: the label of a category's first level, or `idle`, most likely first. */
type Guess = (text: string) => readonly string[] | Promise<readonly string[]>

const idle = 'idle'
const levelOne = (category: string | null) => category?.slice(0, 2) ?? idle

/**
 * Ours beside node-nlp and fasttext.wasm.js, all of them on the same held-out lines; they learn from the same corpus as we do,
 * without its mere words, which are no sentences. A peer that cannot be run says why.
 */
export async function measurePeers(
  model: Model,
  texts: readonly string[],
  seconds: number,
  progress: (what: string) => void,
): Promise<readonly (PeerFigures | Absent)[]> {
  const ours = await figuresOf('linli', oursOf(model), null, texts, seconds)
  const found: (PeerFigures | Absent)[] = [ours]
  for (const [name, learn] of [
    ['node-nlp', nodeNlp],
    ['fasttext.wasm.js', fastText],
  ] as const) {
    if (!existsSync(join(peersFolder, 'node_modules', name))) {
      found.push({ name, why: '没有安装 not installed: npm run bench -- --peers' })
      continue
    }
    progress(`    ${name}`)
    try {
      const begun = process.cpuUsage()
      const guess = await learn()
      const { user, system } = process.cpuUsage(begun)
      found.push(await figuresOf(name, guess, (user + system) / 1e6, texts, seconds))
    } catch (fault) {
      found.push({ name, why: (fault as Error).message })
    }
  }
  return found
}

async function figuresOf(
  name: string,
  guess: Guess,
  trainSeconds: number | null,
  texts: readonly string[],
  seconds: number,
): Promise<PeerFigures> {
  const lines = handwritten('heldout')
  const matters = lines.filter(({ category }) => category !== null)
  let petition = 0
  for (const { text, category } of lines) {
    const [best] = await guess(text)
    if ((best !== idle) === (category !== null)) petition++
  }
  let level1 = 0
  for (const { text, category } of matters) {
    const best = (await guess(text)).find((label) => label !== idle)
    if (best === levelOne(category)) level1++
  }
  return {
    name,
    petition: petition / lines.length,
    level1: level1 / matters.length,
    perSecond: await ratePerCpuSecond(texts, () => guess, seconds),
    trainSeconds,
  }
}

const oursOf =
  (model: Model): Guess =>
  (text) => {
    const { petition, categories } = classify(text, model)
    const labels = categories.map(({ code }) => levelOne(code))
    return petition < 0.5 ? [idle, ...labels] : labels
  }

const sentences = () =>
  trainingCorpus()
    .filter(({ category, kind }) => category === null || kind !== null)
    .map(({ text, category }) => ({ text, label: levelOne(category) }))

const load = createRequire(join(peersFolder, 'package.json'))

/** The part of node-nlp that is used. */
interface NlpManager {
  readonly container: { use(plugin: unknown): void }
  addDocument(language: string, text: string, intent: string): void
  train(): Promise<void>
  process(
    language: string,
    text: string,
  ): Promise<{ readonly classifications: readonly { readonly intent: string }[] }>
}

/** As its guide says, with its plugin for Chinese. */
async function nodeNlp(): Promise<Guess> {
  const { NlpManager } = load('node-nlp') as { NlpManager: new (options: object) => NlpManager }
  const { LangZh } = load('@nlpjs/lang-zh') as { LangZh: unknown }
  const manager = new NlpManager({ languages: ['zh'], autoSave: false, nlu: { log: false } })
  manager.container.use(LangZh)
  for (const { text, label } of sentences()) manager.addDocument('zh', text, label)
  await manager.train()
  return async (text) =>
    (await manager.process('zh', text)).classifications.map(({ intent }) =>
      intent === 'None' ? idle : intent,
    )
}

/** The part of fasttext.wasm.js that is used. */
interface FastTextModel {
  predict(
    text: string,
    count: number,
    threshold: number,
  ): { size(): number; get(at: number): readonly [number, string] }
}
interface FastTextClass {
  new (): {
    trainSupervised(url: string, options: object, told: () => void): Promise<FastTextModel>
  }
}

/** Characters as words, up to three in a row; it trains only from an address, so the lines are in the address. */
async function fastText(): Promise<Guess> {
  const from = pathToFileURL(join(peersFolder, 'node_modules/fasttext.wasm.js/dist/main/node.mjs'))
  const { getFastTextClass, getFastTextModule } = (await import(from.href)) as {
    getFastTextClass: (options: object) => Promise<FastTextClass>
    getFastTextModule: () => Promise<unknown>
  }
  const FastText = await getFastTextClass({ getFastTextModule })
  const lines = sentences().map(({ text, label }) => `__label__${label} ${spaced(text)}\n`)
  const address = `data:text/plain;base64,${Buffer.from(lines.join('')).toString('base64')}`
  const options = { loss: 'softmax', lr: 0.5, epoch: 25, dim: 50, wordNgrams: 3, bucket: 200_000 }
  const learnt = await new FastText().trainSupervised(address, options, () => {})
  return (text) => {
    const found = learnt.predict(`${spaced(text)}\n`, 3, 0)
    return Array.from({ length: found.size() }, (_, i) => found.get(i)[1].replace('__label__', ''))
  }
}

const spaced = (text: string): string => [...coded(normalise(text).toLowerCase())].join(' ')
