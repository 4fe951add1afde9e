import sharp from 'sharp'

/** Twice as many pixels as it is shown with, so that it prints sharp. */
export const barSize = { width: 240, height: 28 } as const

/**
 * A horizontal bar of a length from 0 to 1, as PNG. No letters are in it: machines without Chinese fonts would print
 * boxes; what it means stands in the cells beside.
 */
export function barPicture(length: number): Promise<Buffer> {
  const { width, height } = barSize
  const long = Math.max(2, Math.round(Math.min(1, Math.max(0, length)) * width))
  // drawn without SVG: `src/senses` shuts that loader, since pictures come from strangers
  return sharp({ create: { width, height, channels: 3, background: '#E8EDF4' } })
    .composite([
      {
        input: { create: { width: long, height, channels: 3, background: '#2F6DB5' } },
        ...{ left: 0, top: 0 },
      },
    ])
    .png()
    .toBuffer()
}
