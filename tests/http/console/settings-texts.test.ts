import { expect, test } from 'vitest'
import { textKeys } from '../../../src/domain/notices/own-texts.ts'
import { draftOf, settingsStage } from './settings-stage.ts'

const line = '/console/settings/tables/texts/line'

test('every sentence is shown as residents read it, and begins as ours when it is changed', async () => {
  const { page } = await settingsStage()
  const said = (await page('/console/settings/tables/texts')).split('id="said"')[1] ?? ''
  expect(said.match(/<dt>/g)).toHaveLength(textKeys.length)
  expect(said).toContain('已登记1027号 楼道照明（幸福里小区5栋），转安居物业幸福里服务处')
  expect(said).toContain('（不说）')
  expect(await page(`${line}?key=urged`)).toMatch(
    /<textarea[^>]*>已催办\{诉求\}，由\{承办\}办理。</,
  )
  expect(await page(`${line}?key=nonsense`)).toMatch(/<textarea[^>]*><\/textarea>/)
})

test('a sentence is refused by its line, mended, previewed, said, and taken back', async () => {
  const { keeper, page, desk } = await settingsStage()
  const change = (text: string) =>
    keeper.post(line, { 'cell-key': 'urged', 'cell-text': text, version: '1', at: '', do: 'save' })
  const refused = await change('催了，电话13800000001')
  expect(refused.status).toBe(422)
  const faults = await refused.text()
  expect(faults).toContain('必须写 {诉求}')
  expect(faults).toContain('不能写电话')
  const path = draftOf(await change('{诉求}帮您催过了（{承办}）'))
  const preview = await page(path)
  expect(preview).toContain('1027号 楼道照明（幸福里小区5栋）帮您催过了（安居物业幸福里服务处）')
  expect(preview).toContain('原来：已催办1027号 楼道照明')
  await keeper.post(`${path}/apply`)
  expect((await desk.rulebooks.current()).texts).toEqual({ urged: '{诉求}帮您催过了（{承办}）' })
  expect(await page('/console/settings/tables/texts')).toContain('本街道')
  const undo = draftOf(await keeper.post('/console/settings/changes/2/undo'))
  await keeper.post(`${undo}/apply`, { removes: '1' })
  expect((await desk.rulebooks.current()).texts).toBeUndefined()
})
