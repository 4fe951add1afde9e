import { polygonsOf } from '../../../domain/street/outline.ts'
import type { Rulebook } from '../../../domain/street/rulebook.ts'

/** The outlines of a rulebook as a file that reading it makes again, one unit a line; `name` is for whoever opens it. */
export function geojsonOf({ shapes = {}, units }: Rulebook): string {
  const features = Object.entries(shapes).map(([unit, rings]) => {
    const polygons = polygonsOf(rings)
    return JSON.stringify({
      type: 'Feature',
      properties: { unit, name: units.find(({ code }) => code === unit)?.name ?? '' },
      geometry:
        polygons.length === 1
          ? { type: 'Polygon', coordinates: polygons[0] }
          : { type: 'MultiPolygon', coordinates: polygons },
    })
  })
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`
}
