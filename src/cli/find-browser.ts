import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
]

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Starts a browser without any download: `$CHROMIUM_PATH`, one that is installed, or the Chromium inside the npm package
 * @sparticuz/chromium (Linux on x64). Throws, with what to do, where there is none.
 */
export async function openBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH 指向的文件不存在：${named}`)
  const installed = named ?? usualPlaces.find((path) => existsSync(path))
  if (installed) return chromium.launch({ executablePath: installed, args: quiet })
  if (process.platform === 'linux' && process.arch === 'x64') return openPacked()
  throw new Error(
    '没有找到浏览器。请安装 Chrome、Edge 或 Chromium，或把 CHROMIUM_PATH 设为它的路径。',
  )
}

/**
 * The packed Chromium brings the libraries that bare machines lack, but only where it believes to be on Lambda; there it
 * also looks for fonts in a place of its own, so the machine's fonts are named to it again.
 */
async function openPacked(): Promise<Browser> {
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'
  const { default: packed } = await import('@sparticuz/chromium')
  const executablePath = await packed.executablePath()
  const fonts = existsSync('/etc/fonts/fonts.conf') ? { FONTCONFIG_PATH: '/etc/fonts' } : {}
  const env = { ...(process.env as Record<string, string>), ...fonts }
  return chromium.launch({ executablePath, args: quiet, env })
}
