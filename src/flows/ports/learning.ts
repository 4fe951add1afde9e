import type { Correction } from '../../domain/petition/correction.ts'

/** What staff put right. Written with the entry that it is part of, never changed, never dropped. */
export interface Corrections {
  /** How many there are: a cheap way to learn that there are new ones. */
  count(): Promise<number>
  /** All, oldest first. */
  list(): Promise<Correction[]>
}

/** Where weights came from. */
export const modelOrigins = ['retrained', 'adopted'] as const
export type ModelOrigin = (typeof modelOrigins)[number]

/** What is known of weights without reading them. */
export interface ModelRecord {
  /** Counts up from 1; 0 stands for the weights that the program came with. */
  readonly version: number
  readonly origin: ModelOrigin
  /** SHA-256 of the corpus that they were trained on, without corrections, and of categories and kinds. */
  readonly corpus: string
  readonly taxonomy: string
  /** How many corrections there were when they were made. */
  readonly corrections: number
  /** What the gate measured, by name. */
  readonly figures: Readonly<Record<string, number>>
  readonly madeAt: Date
}

/** Weights of the classifier, version by version, one of them in force. */
export interface Models {
  /** 0: none of ours, that is the weights that the program came with. */
  inForce(): Promise<number>
  /** Throws for a version that is not kept. */
  bytes(version: number): Promise<Uint8Array>
  /** Those that are kept, newest first. */
  list(): Promise<ModelRecord[]>
  /**
   * Keeps weights and puts them in force, both or neither; answers their version. The same weights once more are no new
   * version. The last five stay.
   */
  add(model: Omit<ModelRecord, 'version'>, bytes: Uint8Array): Promise<number>
  /** Puts a version in force, 0 included; false when it is not kept. */
  use(version: number): Promise<boolean>
}

/** How many versions stay. */
export const modelsKept = 5
