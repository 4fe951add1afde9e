import { readFile } from 'node:fs/promises'

/** Pictures at hand in the sandbox, drawn by us: to be sent with one press. */
export const samples = [
  { name: 'dark-stairs', label: '不亮的楼道灯' },
  { name: 'rubbish', label: '满溢的垃圾桶' },
  { name: 'pothole', label: '坑洼的路面' },
  { name: 'leak', label: '漏水的天花板' },
  { name: 'bright-stairs', label: '修好的楼道灯' },
] as const

/** The bytes of one of our pictures; undefined for a name that is not ours. */
export async function samplePicture(name: string): Promise<Uint8Array | undefined> {
  const found = samples.find((sample) => sample.name === name)
  return found && readFile(new URL(`../assets/pictures/${found.name}.png`, import.meta.url))
}
