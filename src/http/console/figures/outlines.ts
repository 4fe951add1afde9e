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

const steps = 24

/**
 * Of the points of a raster that lie within, the one farthest from the edge, and of several such the one nearest to the middle:
 * the middle of a bend may lie outside.
 */
function middleOf(ring: readonly Point[]): Point {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
  const [west, east, north, south] = [least(xs), most(xs), least(ys), most(ys)]
  const middle: Point = [(west + east) / 2, (north + south) / 2]
  let best = middle
  let room = Number.NEGATIVE_INFINITY
  for (let i = 1; i < steps; i++)
    for (let j = 1; j < steps; j++) {
      const point: Point = [
        west + ((east - west) * i) / steps,
        north + ((south - north) * j) / steps,
      ]
      if (!isWithin(point, ring)) continue
      const away = Math.hypot(point[0] - middle[0], point[1] - middle[1])
      const own = fromEdge(point, ring) - away / 10
      if (own > room) {
        best = point
        room = own
      }
    }
  return best
}

const edges = (ring: readonly Point[]) =>
  ring.map((point, i) => [point, ring[(i + 1) % ring.length] ?? point] as const)

const isWithin = ([x, y]: Point, ring: readonly Point[]): boolean =>
  edges(ring).filter(
    ([[fromX, fromY], [toX, toY]]) =>
      fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX),
  ).length %
    2 ===
  1

const fromEdge = ([x, y]: Point, ring: readonly Point[]): number =>
  least(
    edges(ring).map(([[fromX, fromY], [toX, toY]]) => {
      const [wide, high] = [toX - fromX, toY - fromY]
      const along = ((x - fromX) * wide + (y - fromY) * high) / (wide * wide + high * high || 1)
      const at = Math.min(1, Math.max(0, along))
      return Math.hypot(x - fromX - at * wide, y - fromY - at * high)
    }),
  )
