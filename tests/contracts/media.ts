import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { mediaId } from '../../src/domain/ids.ts'
import type { Street } from './street.ts'

const bytes = new Uint8Array([0xff, 0xd8, 0, 1, 2])
const hash = createHash('sha256').update(bytes).digest('hex')

/** What every keeper of pictures and voices promises, be it memory or files. */
export function mediaContract(name: string, fresh: () => Promise<Street>) {
  const opened = async () => (await fresh()).open()

  describe(`media in ${name}`, () => {
    test('come back byte for byte, under their hash and with their kind', async () => {
      const { media } = await opened()
      expect(await media.keep(bytes, 'image/jpeg')).toBe(hash)
      expect(await media.load(mediaId(hash))).toEqual({ bytes, mime: 'image/jpeg' })
    })

    test('are one when the same is kept twice, also at the same moment', async () => {
      const { media } = await opened()
      const ids = await Promise.all([1, 2, 3].map(() => media.keep(bytes, 'image/jpeg')))
      expect(ids).toEqual([hash, hash, hash])
      await media.keep(bytes, 'audio/silk; rate="24000"')
      expect(await media.load(mediaId(hash))).toEqual({ bytes, mime: 'image/jpeg' })
    })

    test('keep odd kinds and emptiness', async () => {
      const { media } = await opened()
      const id = await media.keep(new Uint8Array(), 'audio/silk; rate="24000"')
      expect(await media.load(id)).toEqual({
        bytes: new Uint8Array(),
        mime: 'audio/silk; rate="24000"',
      })
    })

    test.each(['../../etc/passwd', '', 'f'.repeat(64), 'F'.repeat(64)])(
      'that nobody kept are not there: %s',
      async (id) => {
        const { media } = await opened()
        await media.keep(bytes, 'image/jpeg')
        expect(await media.load(mediaId(id))).toBeUndefined()
      },
    )

    test('do not change with the bytes they were made of', async () => {
      const { media } = await opened()
      const mine = new Uint8Array([1, 2, 3])
      const id = await media.keep(mine, 'image/png')
      mine.fill(0)
      expect((await media.load(id))?.bytes).toEqual(new Uint8Array([1, 2, 3]))
    })
  })
}
