import { describe, expect, test } from 'vitest'
import { talk } from '../domain/intake/understanding.ts'
import { aMatter, aPlace, says, type Turn } from '../support/fake-llm.ts'
import { local, outline, stage } from './stage.ts'

/** What we miss by ourselves: nobody names the thing. */
const stretch = talk(
  'meiyuan',
  '刘姐(5-2-301): 那玩意儿又罢工了 黑咕隆咚的 上楼全靠摸',
  '老周(5-2-702): 我昨晚也差点踩空',
)
const place = aPlace({ name: '梅园小区', building: '5', unit: '2' })
const matter = aMatter({
  messages: ['m1'],
  reporter: '用户A',
  supporters: ['用户B'],
  category: '0301',
  category_evidence: '黑咕隆咚的 上楼全靠摸',
  place,
  place_evidence: '上楼全靠摸',
})
const good = { matters: [matter] }
const read = ['m1+老周 0301 梅园小区 5 2 normal']
const ours = outline(local(stretch))

/** Plenty for a machine on this host; the time limit of a question is 1.5 s. */
const limitMs = 1_500

test('by ourselves we find nothing here, or these tests show nothing', () => {
  expect(ours).not.toEqual(read)
})

describe('an answer is understood', () => {
  test.each<[string, (nth: number, format: string | undefined) => Turn, number]>([
    ['that is clean', () => says(good), 1],
    [
      'in a fence',
      () => says(`好的，结果如下：\n\`\`\`json\n${JSON.stringify(good, null, 2)}\n\`\`\`\n以上。`),
      1,
    ],
    [
      'after thinking aloud',
      () => says(`<think>先看 {"matters": []} 对不对…</think>\n${JSON.stringify(good)}`),
      1,
    ],
    [
      'after thinking whose beginning was cut off',
      () => says(`嗯 {"matters": [] }</think>${JSON.stringify(good)}`),
      1,
    ],
    [
      'of a server that knows no forms of answers',
      (_, format) =>
        format
          ? { kind: 'status', status: 400, body: 'response_format is not supported' }
          : says(good),
      3,
    ],
    [
      'of a server that knows only JSON',
      (_, format) => (format === 'json_schema' ? { kind: 'status', status: 400 } : says(good)),
      2,
    ],
    ['after being busy for a second', (nth) => (nth === 0 ? busy('1') : says(good)), 2],
    ['after being busy for it does not say how long', (nth) => (nth < 2 ? busy() : says(good)), 3],
    [
      'after a fault of the server',
      (nth) => (nth === 0 ? { kind: 'status', status: 500 } : says(good)),
      2,
    ],
    ['after a broken connection', (nth) => (nth === 0 ? { kind: 'resets' } : says(good)), 2],
    [
      'on the second asking, after an unknown category',
      (nth) => says(nth === 0 ? wrongCategory : good),
      2,
    ],
    [
      'on the second asking, after one that was cut off',
      (nth) => says(nth === 0 ? JSON.stringify(good).slice(0, -40) : good),
      2,
    ],
    [
      'without what was not asked for',
      () => says({ ...good, 备注: '完', matters: [{ ...matter, mood: 'angry' }] }),
      2,
    ],
    [
      'that says numbers as numbers',
      () => says({ matters: [{ ...matter, place: { ...place, building: 5, unit: 2 } }] }),
      2,
    ],
  ])('%s', async (_, turn, requests) => {
    const llm = await stage(({ response_format }, nth) => turn(nth, response_format?.type))
    const begun = performance.now()
    const reading = await llm.reads(stretch)
    expect(outline(reading)).toEqual(read)
    expect(performance.now() - begun).toBeLessThan(limitMs + 1_200)
    expect(llm.requests).toHaveLength(requests)
    expect(reading.matters[0]?.category.because).toBe('大模型：黑咕隆咚的 上楼全靠摸')
  })
})

const wrongCategory = { matters: [{ ...matter, category: '9999' }] }

const busy = (seconds?: string): Turn => ({
  kind: 'status',
  status: 429,
  headers: seconds === undefined ? {} : { 'retry-after': seconds },
})

describe('our own reading stands, in time, when the server', () => {
  test.each<[string, Turn]>([
    ['never answers', { kind: 'hangs' }],
    ['answers byte by byte', { kind: 'drips', everyMs: 20 }],
    ['answers without end', { kind: 'floods', bytes: 5_000_000 }],
    ['breaks every connection', { kind: 'resets' }],
    ['answers with something else', { kind: 'raw', body: '<html>502 Bad Gateway</html>' }],
    ['says nothing of use', says('抱歉，我不能协助处理该请求。')],
    ['says only braces', says('{'.repeat(200_000))],
    ['fails again and again', { kind: 'status', status: 500 }],
    ['is busy for an hour', busy('3600')],
    ['is busy until a date', busy('Sun, 01 Jan 2040 00:00:00 GMT')],
    ['knows no such key', { kind: 'status', status: 401 }],
    ['refuses whatever form', { kind: 'status', status: 400 }],
  ])('%s', async (_, turn) => {
    const llm = await stage(() => turn)
    const begun = performance.now()
    const reading = await llm.reads(stretch)
    expect(performance.now() - begun).toBeLessThan(limitMs + 1_200)
    expect(outline(reading)).toEqual(ours)
    expect(llm.requests.length).toBeLessThanOrEqual(3)
    expect(Object.values(llm.reader.spent().failures)).toEqual([1])
  })

  test('is not there at all', async () => {
    const llm = await stage(() => says(good))
    await llm.stop()
    expect(outline(await llm.reads(stretch))).toEqual(ours)
  })

  test('has no form of answers left to try: the next question begins where it was understood last', async () => {
    const llm = await stage(({ response_format }) =>
      response_format ? { kind: 'status', status: 400 } : says(good),
    )
    await llm.reads(stretch)
    await llm.reads(talk('meiyuan', '小何(6-1-101): 又没电了吧这是'))
    expect(llm.requests.map((r) => r.response_format?.type)).toEqual([
      'json_schema',
      'json_object',
      undefined,
      undefined,
    ])
  })
})

test('who waits in vain is told so beside the category', async () => {
  const lamp = talk('meiyuan', '刘姐(5-2-301): 我们单元楼道灯坏了三天了')
  const llm = await stage(() => ({ kind: 'status', status: 500 }))
  const [matter] = (await llm.reads(lamp)).matters
  expect(matter?.category.because).toMatch(/（大模型没有答复）$/)
})
