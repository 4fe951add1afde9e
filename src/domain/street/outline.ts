/** Longitude and latitude, WGS84. */
export type Point = readonly [number, number]
/** Without its first point once more at the end. */
export type Ring = readonly Point[]

/**
 * Polygons as GeoJSON has them, an outline and its holes each, as the rings of a rulebook: which way a ring turns tells an
 * outline (against the clock) from a hole of the one before it.
 */
export const ringsOf = (polygons: readonly (readonly Ring[])[]): Ring[] =>
  polygons.flatMap((rings) =>
    rings.map((ring, i) => {
      const open = isSame(ring[0], ring.at(-1)) ? ring.slice(0, -1) : ring
      return turned(open) > 0 === (i === 0) ? open : open.toReversed()
    }),
  )

/** The polygons that rings were made of, every ring ending where it begins. */
export function polygonsOf(rings: readonly Ring[]): Ring[][] {
  const polygons: Ring[][] = []
  for (const ring of rings) {
    const closed = [...ring, ...ring.slice(0, 1)]
    const within = turned(ring) > 0 ? undefined : polygons.at(-1)
    if (within) within.push(closed)
    else polygons.push([closed])
  }
  return polygons
}

/** The rings behind the text of a cell that was checked already. */
export const ringsInCell = (cell: string): Ring[] => ringsOf(JSON.parse(cell) as Ring[][])

/** In square kilometres. */
export function areaOf(rings: readonly Ring[]): number {
  const [, north = 0] = rings[0]?.[0] ?? []
  const kilometres = 111.32 ** 2 * Math.cos((north * Math.PI) / 180)
  return (rings.reduce((sum, ring) => sum + turned(ring), 0) / 2) * kilometres
}

/** Twice what a ring encloses, in square degrees: above 0 where it turns against the clock, 0 where it encloses nothing. */
export function turned(ring: Ring): number {
  const [west, south] = ring[0] ?? [0, 0]
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [0, 0]
    return sum + (x - west) * (nextY - south) - (nextX - west) * (y - south)
  }, 0)
}

const isSame = (one: Point | undefined, other: Point | undefined): boolean =>
  one?.[0] === other?.[0] && one?.[1] === other?.[1]
