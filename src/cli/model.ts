import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readStreet } from '../../db/street/read-street.ts'
import { trainingCorpus } from '../classifier/corpus/corpus.ts'
import { type FixedSets, fixedSets } from '../classifier/fixed-sets.ts'
import { no, ok } from '../domain/result.ts'
import type { Desk } from '../flows/ports.ts'
import { helpIfAsked } from './help.ts'
import { adoptModel, retrainModel, useModel } from './model/act.ts'
import { versionLines } from './model/lines.ts'
import { type Ending, inOffice } from './operator/in-office.ts'

const usage = `npm run model -- list            版本 the versions, * in force
npm run model -- retrain         用更正重新训练 train with what staff corrected
npm run model -- use N           换回版本 N，0 为随程序的 back to version N, 0: the program's own
npm run model -- adopt FILE.bin  用别处训练的模型 weights from elsewhere`

helpIfAsked(usage)
const [verb = '', argument = '', ...rest] = process.argv.slice(2)
const isRight =
  rest.length === 0 &&
  (verb === 'list' || verb === 'retrain'
    ? argument === ''
    : verb === 'use'
      ? /^\d{1,6}$/.test(argument)
      : verb === 'adopt' && argument !== '')
if (!isRight) {
  console.error(usage)
  process.exit(2)
}
await inOffice(usage, obey)

/** The weights of the classifier: which there are, which is in force. A running product notices within a second. */
async function obey(desk: Desk): Promise<Ending> {
  switch (verb) {
    case 'retrain':
      return retrainModel(desk, trainingCorpus(), await ourSets(), (what) =>
        console.error(`${what} …`),
      )
    case 'use':
      return useModel(Number(argument), desk)
    case 'adopt':
      return adopt(argument, desk)
    default:
      return ok(await versionLines(desk))
  }
}

async function adopt(file: string, desk: Desk): Promise<Ending> {
  try {
    return await adoptModel(readFileSync(file), desk, await ourSets())
  } catch (fault) {
    if (fault instanceof Error && 'syscall' in fault)
      return no([`读不了这个文件 cannot read ${file}`])
    throw fault
  }
}

async function ourSets(): Promise<FixedSets> {
  const street = await readStreet(fileURLToPath(new URL('../../db/sample-street', import.meta.url)))
  if (!street.ok) throw new Error('the sample street has faults')
  return fixedSets(street.value.book)
}
