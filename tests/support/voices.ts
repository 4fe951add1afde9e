import { encode } from 'silk-wasm'

const rate = 24_000

/** A voice as WeChat sends it: a tone that rises and falls, in silk. */
export async function aSilkVoice(seconds: number): Promise<Uint8Array> {
  const samples = new Int16Array(rate * seconds).map(
    (_, i) => Math.sin((i / rate) * 2 * Math.PI * (200 + 80 * Math.sin(i / rate))) * 9_000,
  )
  return (await encode(samples, rate)).data
}
