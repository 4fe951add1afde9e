import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { no, ok, type Result } from '../../src/domain/result.ts'
import { decodeText } from './decode-text.ts'
import type { Table } from './read-table.ts'

const mostFeatures = 2_000
/** A polygon of several parts is nine deep in its file; far deeper ones cannot be written out again. */
const mostDeep = 50

/** One feature as a line of a table; what is no polygon says in `outline` what it is. */
export interface FeatureLine {
  /** Counted from 1. */
  readonly line: number
  readonly cells: { readonly unit: string; readonly outline: string }
}

const collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.unknown()),
  crs: z.unknown().optional(),
})
const feature = z.object({
  properties: z.object({ unit: z.unknown().optional() }).nullish(),
  geometry: z.object({ type: z.unknown(), coordinates: z.unknown().optional() }).nullish(),
})

/** The features of a GeoJSON file by their property `unit`. Refuses with a sentence what is no such file. */
export function featuresIn(text: string): Result<readonly FeatureLine[], string> {
  const read = collection.safeParse(parsed(text))
  if (!read.success)
    return no('不是 GeoJSON：应为 FeatureCollection，每个图形的 properties.unit 写单位编码')
  const { features, crs } = read.data
  if (crs !== undefined && !/CRS:?84|4326|4490/i.test(JSON.stringify(crs)))
    return no('坐标系应为 WGS84 经纬度（EPSG:4326），请在导出时选好')
  if (features.length > mostFeatures) return no(`图形太多，最多 ${mostFeatures} 个`)
  return ok(features.map((one, i) => ({ line: i + 1, cells: cellsOf(one) })))
}

function cellsOf(one: unknown): FeatureLine['cells'] {
  const read = feature.safeParse(one)
  const { properties, geometry } = read.success ? read.data : {}
  const unit = typeof properties?.unit === 'string' ? properties.unit.trim() : ''
  const isArea = geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon'
  return { unit, outline: isArea ? JSON.stringify(geometry.coordinates ?? null) : '没有面' }
}

function parsed(text: string): unknown {
  if (isDeep(text)) return null
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}

function isDeep(text: string): boolean {
  let depth = 0
  for (const sign of text.match(/[[\]{}]/g) ?? []) {
    depth += sign === '[' || sign === '{' ? 1 : -1
    if (depth > mostDeep) return true
  }
  return false
}

const file = 'grids.geojson'

/** The outlines of a street's units, where its folder has any. */
export async function readGeojson(folder: string): Promise<Table> {
  const empty = { file, lines: [], readable: true, faults: [] }
  const bytes = await readFile(join(folder, file)).catch(() => null)
  if (!bytes) return empty
  const text = decodeText(bytes)
  const features = text.ok ? featuresIn(text.value) : text
  return features.ok
    ? { ...empty, lines: features.value.map((line) => ({ ...line, even: true })) }
    : { ...empty, faults: [{ file, line: null, column: null, message: features.problem }] }
}
