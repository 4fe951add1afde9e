import type { Row } from './spoilt.ts'

const file = 'grids.geojson'
const first = '"unit":"QS-XF-01"},"geometry":{"type":"Polygon","coordinates":[['
const spoilt = (to: string) => ({ file, from: first, to: `${first}${to}` })
const replaced = (from: string, to: string) => ({ file, from, to })
const another = (geometry: string) =>
  replaced(
    '"features":[',
    `"features":[\n{"type":"Feature","properties":{"unit":"QS-LJ"},"geometry":${geometry}},`,
  )
const polygon = (coordinates: string) => another(`{"type":"Polygon","coordinates":${coordinates}}`)
const square = '[117.2,36.4],[117.3,36.4],[117.3,36.5],[117.2,36.4]'

export const outlines: readonly Row[] = [
  [
    'a unit that does not exist',
    replaced('"unit":"QS-XF-02"', '"unit":"QS-XX-02"'),
    'grids.geojson 第2个图形 unit：没有编码为 QS-XX-02 的单位（org_units.csv）',
  ],
  [
    'a unit with two outlines',
    replaced('"unit":"QS-XF-02"', '"unit":"QS-XF-01"'),
    'grids.geojson 第2个图形 unit：“QS-XF-01”在第1个图形已经有了',
  ],
  [
    'a feature without a unit',
    replaced('"unit":"QS-XF-02"', '"grid":"QS-XF-02"'),
    'grids.geojson 第2个图形 unit：不能空着',
  ],
  [
    'a ring that is not closed',
    spoilt('[117.2,36.4],'),
    'grids.geojson 第1个图形 outline：QS-XF-01 第1圈没有闭合：最后一点要和第一点一样',
  ],
  [
    'too few points',
    polygon('[[[117.2,36.4],[117.3,36.4],[117.2,36.4]]]'),
    'grids.geojson 第1个图形 outline：QS-LJ 第1圈的点太少，至少三个点，再回到第一点',
  ],
  [
    'a hole that is a line',
    polygon(`[[${square}],[[117.21,36.41],[117.22,36.42],[117.23,36.43],[117.21,36.41]]]`),
    'grids.geojson 第1个图形 outline：QS-LJ 第2圈围不出面积',
  ],
  [
    'latitude before longitude',
    polygon('[[[36.4,117.2],[36.4,117.3],[36.5,117.3],[36.4,117.2]]]'),
    'grids.geojson 第1个图形 outline：QS-LJ 第1圈的 [36.4, 117.2] 不在中国境内：应为 WGS84 经纬度，先经度后纬度，单位是度（看来经度纬度写反了）',
  ],
  [
    'metres instead of degrees',
    polygon('[[[500000,4030000],[500100,4030000],[500100,4030100],[500000,4030000]]]'),
    'grids.geojson 第1个图形 outline：QS-LJ 第1圈的 [500000, 4030000] 不在中国境内：应为 WGS84 经纬度，先经度后纬度，单位是度',
  ],
  [
    'a line',
    another('{"type":"LineString","coordinates":[[117.2,36.4],[117.3,36.4]]}'),
    'grids.geojson 第1个图形 outline：QS-LJ 应为 Polygon 或 MultiPolygon 的坐标：一圈圈的 [经度, 纬度]，不能是点、线或别的',
  ],
  [
    'more points than anybody needs',
    polygon(`[[${'[117.2,36.4],'.repeat(1000)}${square}]]`),
    'grids.geojson 第1个图形 outline：QS-LJ 的点太多，最多 1000 个，请先简化边界',
  ],
  [
    'another system of coordinates',
    replaced('"features"', '"crs":{"type":"name","properties":{"name":"EPSG:4549"}},"features"'),
    'grids.geojson：坐标系应为 WGS84 经纬度（EPSG:4326），请在导出时选好',
  ],
  [
    'no GeoJSON',
    replaced('FeatureCollection', 'Topology'),
    'grids.geojson：不是 GeoJSON：应为 FeatureCollection，每个图形的 properties.unit 写单位编码',
  ],
]
