import { z } from 'zod'
import { unitCode } from '../../src/domain/ids.ts'
import { no, ok, type Result } from '../../src/domain/result.ts'
import { type Ring, ringsOf, turned } from '../../src/domain/street/outline.ts'
import type { Shapes } from '../../src/domain/street/rulebook.ts'
import type { StreetFault } from '../../src/domain/street/street-fault.ts'
import { evenLines } from './check-links.ts'
import type { Table } from './read-table.ts'

/** In longitude and latitude, with room to spare. */
const china = { west: 73, east: 136, south: 3, north: 54 }
const mostPoints = 1_000
const mostRings = 50
/** Of twice the area, in square degrees: some square metres. */
const least = 1e-9
/** A cell of Excel holds no more. */
const longest = 32_767

/** Where units lie, from their lines; every outline that cannot be drawn is a fault that names its unit. */
export function readOutlines(table: Table): {
  readonly shapes: Shapes
  readonly faults: readonly StreetFault[]
} {
  const read = evenLines(table).map(({ line, cells: { unit = '', outline = '' } }) => {
    return { line, unit, rings: ringsIn(outline) }
  })
  return {
    shapes: Object.fromEntries(
      read.flatMap(({ unit, rings }) => (rings.ok ? [[unitCode(unit), rings.value]] : [])),
    ),
    faults: read.flatMap(({ line, unit, rings }): StreetFault[] => {
      if (rings.ok) return []
      const message = `${unit && `${unit} `}${rings.problem}`
      return [{ file: table.file, line, column: 'outline', message }]
    }),
  }
}

const position = z.array(z.number()).min(2).max(4)
const polygon = z.array(z.array(position)).min(1)
const coordinates = z.union([polygon.transform((one) => [one]), z.array(polygon).min(1)])

function ringsIn(outline: string): Result<Ring[], string> {
  if (outline.length > longest) return no(tooFine)
  const read = coordinates.safeParse(parsed(outline))
  if (!read.success)
    return no('应为 Polygon 或 MultiPolygon 的坐标：一圈圈的 [经度, 纬度]，不能是点、线或别的')
  const polygons = read.data.map((rings) =>
    rings.map((ring) => ring.map(([x = 0, y = 0]) => [rounded(x), rounded(y)] as const)),
  )
  const all = polygons.flat()
  if (all.length > mostRings) return no(`有 ${all.length} 圈，最多 ${mostRings} 圈`)
  if (all.flat().length > mostPoints) return no(tooFine)
  for (const [i, ring] of all.entries()) {
    const fault = faultOf(ring)
    if (fault) return no(`第${i + 1}圈${fault}`)
  }
  return ok(ringsOf(polygons))
}

const tooFine = `的点太多，最多 ${mostPoints} 个，请先简化边界`

function faultOf(ring: Ring): string | null {
  const [first, last] = [ring[0], ring.at(-1)]
  if (!first || !last || ring.length < 4) return '的点太少，至少三个点，再回到第一点'
  if (first[0] !== last[0] || first[1] !== last[1]) return '没有闭合：最后一点要和第一点一样'
  const out = ring.find(([x, y]) => !isInChina(x, y))
  if (out)
    return `的 [${out.join(', ')}] 不在中国境内：应为 WGS84 经纬度，先经度后纬度，单位是度${
      isInChina(out[1], out[0]) ? '（看来经度纬度写反了）' : ''
    }`
  return Math.abs(turned(ring.slice(0, -1))) < least ? '围不出面积' : null
}

const isInChina = (x: number, y: number): boolean =>
  x >= china.west && x <= china.east && y >= china.south && y <= china.north

/** To a tenth of a metre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
