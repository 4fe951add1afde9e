import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')

/** Collects now what nobody holds any more. */
export const clearMemory: () => void = runInNewContext('gc')
