import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { playDays } from '../demo/month/play-days.ts'
import { type LastingPlace, setStage } from '../demo/stage.ts'
import { playLastMorning } from './last-morning.ts'

const monday = new Date('2026-09-14T00:00:00+08:00')
const days = 4

/**
 * Fills a place with the sample street and some seventy petitions in all states: residents speak, staff answer, the clock
 * moves; nothing is written by hand. It ends at `sampleMoment`, and is the same every time.
 */
export async function playSample(streetFolder: string, place: LastingPlace): Promise<void> {
  const stage = await setStage(monday, streetFolder, place)
  try {
    await playDays(days, stage, join(place.dataFolder, 'reports'))
    await playLastMorning(stage)
    if (stage.faults.length > 0) throw new Error(stage.faults.join('\n'))
  } finally {
    await stage.close()
  }
}

/** The same, unless it was played there before. */
export async function playOnce(streetFolder: string, place: LastingPlace): Promise<void> {
  const done = join(place.dataFolder, 'played')
  if (existsSync(done)) return
  await mkdir(place.dataFolder, { recursive: true })
  console.log('正在演一周，大约半分钟… [playing the sample week]')
  await playSample(streetFolder, place)
  await writeFile(done, '')
}
