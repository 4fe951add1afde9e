import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { draftOf, settingsStage } from './settings-stage.ts'

type Stage = Awaited<ReturnType<typeof settingsStage>>

const upload = ({ keeper }: Stage, text: string) => {
  const body = new FormData()
  body.set('file', new File([text], '边界.json'))
  body.set('sheet', '')
  return keeper.ask('/console/settings/import', { method: 'POST', body })
}
const sample = await readFile('db/sample-street/grids.geojson', 'utf8')
const without = (unit: string) => {
  const { features, ...rest } = JSON.parse(sample) as {
    features: { properties: { unit: string } }[]
  }
  return JSON.stringify({ ...rest, features: features.filter((f) => f.properties.unit !== unit) })
}
const pathsIn = (html: string, label: string) =>
  (html.split(`aria-label="${label}"`)[1]?.split('</svg>')[0] ?? '').match(/<path/g)?.length ?? 0

test('the map that was exported comes back as no change, and so does the file it came from', async () => {
  const stage = await settingsStage()
  const file = await stage.keeper.get('/console/settings/grids.geojson')
  expect(file.headers.get('content-type')).toContain('geo+json')
  expect(await (await upload(stage, await file.text())).text()).toContain('没有变化')
  expect(await (await upload(stage, sample)).text()).toContain('没有变化')
  expect(pathsIn(await stage.page('/console/settings/tables/shapes'), '网格地图')).toBe(18)
})

test('a new map is seen beside the old one, then in force, and can be taken back', async () => {
  const stage = await settingsStage()
  const { keeper, desk } = stage
  const path = draftOf(await upload(stage, without('QS-HB-05')))
  const preview = await stage.page(path)
  expect(pathsIn(preview, '现在的地图')).toBe(18)
  expect(pathsIn(preview, '生效以后的地图')).toBe(17)
  expect(preview).toMatch(/删除<\/span> 网格地图.*\d+ 个点，约 \d\.\d{3} 平方公里/s)
  expect(preview).not.toContain('[[[')
  await keeper.post(`${path}/apply`, { removes: '1' })
  expect(Object.keys((await desk.rulebooks.current()).shapes ?? {})).toHaveLength(17)
  const figures = await stage.page('/console/figures')
  const map = figures.split('class="grid-map"')[1]?.split('</svg>')[0] ?? ''
  expect(map.match(/<path/g)).toHaveLength(17)
  expect(figures.split('class="tiles"')[1]).toContain('滨河路网格')
  const undo = draftOf(await keeper.post('/console/settings/changes/2/undo'))
  await keeper.post(`${undo}/apply`)
  const { shapes } = await desk.rulebooks.current()
  expect(shapes).toEqual((await desk.rulebooks.version(1))?.shapes)
})

test('what is wrong with a map is said by unit and number of the feature', async () => {
  const stage = await settingsStage()
  const answer = await upload(
    stage,
    sample.replace('"QS-XF-02"', '"QS-XX"').replace('[[117', '[[17'),
  )
  expect(answer.status).toBe(422)
  const text = await answer.text()
  expect(text).toContain('网格地图 第2个图形 网格</b>：没有编码为 QS-XX 的单位')
  expect(text).toMatch(/网格地图 第1个图形 边界<\/b>：QS-XF-01 第1圈没有闭合/)
  expect(await (await upload(stage, '{"type":"Topology"}')).text()).toContain('不是 GeoJSON')
})
