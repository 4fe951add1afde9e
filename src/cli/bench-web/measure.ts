import type { Browser, BrowserContext } from 'playwright-core'

/** The first open of one page on a slow phone in a slow net. */
export interface Opening {
  /** Over the wire, headers and all. */
  readonly bytes: number
  readonly requests: number
  /** Milliseconds from the first request to the first paint. */
  readonly paintMs: number
  /** Until what the page is for stands there; null: it never did. */
  readonly shownMs: number | null
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>

const slowNet = {
  offline: false,
  latency: 400,
  downloadThroughput: (400 * 1000) / 8,
  uploadThroughput: (400 * 1000) / 8,
}
const patienceMs = 30_000

/** Opens a page in a browser that has never seen us: a processor four times slower, 400 kbit/s, 400 ms there and back. */
export async function openSlowly(
  browser: Browser,
  url: string,
  wanted: string,
  storageState: State,
): Promise<Opening> {
  const context = await browser.newContext({
    ...{ storageState, viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
  })
  try {
    const page = await context.newPage()
    const wire = await context.newCDPSession(page)
    await wire.send('Network.enable')
    await wire.send('Network.emulateNetworkConditions', slowNet)
    await wire.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const taken = new Map<string, number>()
    let requests = 0
    wire.on('Network.requestWillBeSent', ({ request }) => {
      if (/^https?:/.test(request.url)) requests += 1
    })
    wire.on('Network.responseReceived', ({ requestId, response }) => {
      taken.set(requestId, response.encodedDataLength) // its headers: all there is of a stream
    })
    wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      taken.set(requestId, encodedDataLength)
    })
    await page.addInitScript(watchFor(wanted))
    await page.goto(url, { waitUntil: 'load', timeout: patienceMs })
    await page.waitForFunction('window.linliPainted', null, { timeout: patienceMs })
    await page.waitForTimeout(1_000) // the stream of news is opened after all else
    const { painted, shown } = await page.evaluate<{ painted: number; shown: number | null }>(
      '({ painted: window.linliPainted, shown: window.linliShown ?? null })',
    )
    const bytes = [...taken.values()].reduce((sum, size) => sum + size, 0)
    return { bytes, requests, paintMs: painted, shownMs: shown }
  } finally {
    await context.close()
  }
}

/** Runs in the page: notes the first paint, and the first frame in which what is wanted has a height. */
const watchFor = (wanted: string): string => `
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries())
      if (name === 'first-contentful-paint') window.linliPainted = startTime
  }).observe({ type: 'paint', buffered: true })
  const look = () => {
    const found = document.querySelector(${JSON.stringify(wanted)})
    if (found && found.getBoundingClientRect().height > 0) window.linliShown = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)`
