import type { UnitCode } from '../../../domain/ids.ts'
import type { Shapes } from '../../../domain/street/rulebook.ts'

/** Outlines as they are drawn: in a box that begins at 0, 0. */
export interface Drawn {
  readonly width: number
  readonly height: number
  readonly units: readonly {
    readonly unit: UnitCode
    /** Of an SVG path. */
    readonly path: string
    /** Where its number stands. */
    readonly x: number
    readonly y: number
  }[]
}

type Point = readonly [number, number]

const width = 1000
const margin = 10

/**
 * Outlines of these units on a plane: at the scale of a street a degree of longitude is as much shorter as the cosine of the
 * latitude says. Units without an outline are left out; null where none has one.
 */
export function drawnOutlines(units: readonly UnitCode[], shapes: Shapes): Drawn | null {
  const known = units.flatMap((unit) => {
    const rings = (shapes[unit] ?? []).filter((ring) => ring.length > 2)
    return rings.length > 0 ? [{ unit, rings }] : []
  })
  const all = known.flatMap(({ rings }) => rings.flat())
  if (all.length === 0) return null
  const west = least(all.map(([east]) => east))
  const [south, north] = [least(all.map(([, up]) => up)), most(all.map(([, up]) => up))]
  const narrower = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const wide = (most(all.map(([east]) => east)) - west) * narrower
  const scale = (width - 2 * margin) / Math.max(wide, north - south, 1e-9)
  const place = ([east, up]: Point): Point => [
    margin + (east - west) * narrower * scale,
    margin + (north - up) * scale,
  ]
  return {
    width: Math.ceil(wide * scale + 2 * margin),
    height: Math.ceil((north - south) * scale + 2 * margin),
    units: known.map(({ unit, rings }) => {
      const placed = rings.map((ring) => ring.map(place))
      const [x, y] = middleOf([...placed].sort((a, b) => areaOf(b) - areaOf(a))[0] ?? [])
      return { unit, path: placed.map(pathOf).join(''), x, y }
    }),
  }
}

const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b))
const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b))

const pathOf = (ring: readonly Point[]): string =>
  `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`

const areaOf = (ring: readonly Point[]): number => {
  const [from, until] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
  return (most(from) - least(from)) * (most(until) - least(until))
}

/** Of its corners: good enough for the blocks that grids are. */
const middleOf = (ring: readonly Point[]): Point => [
  ring.reduce((sum, [x]) => sum + x, 0) / Math.max(ring.length, 1),
  ring.reduce((sum, [, y]) => sum + y, 0) / Math.max(ring.length, 1),
]
