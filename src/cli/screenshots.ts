import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser } from './find-browser.ts'
import { helpIfAsked } from './help.ts'
import { consolePictures } from './screenshots/console-pictures.ts'
import { sandboxPictures } from './screenshots/sandbox-pictures.ts'

const usage = `npm run screenshots                        the pictures in the documentation, all of them, about a minute
npm run screenshots -- sandbox [URL]       those of the sandbox, which may be running at URL
npm run screenshots -- console [FOLDER]    those of the console; the week that is played for them stays in FOLDER`

helpIfAsked(usage)
const [what, where] = process.argv.slice(2)
if (what !== undefined && what !== 'sandbox' && what !== 'console') {
  console.error(usage)
  process.exit(2)
}
const folder = join(import.meta.dirname, '..', '..', 'docs', 'images')
mkdirSync(folder, { recursive: true })
haveChineseFont()
const browser = await openBrowser()
try {
  if (what !== 'console') await sandboxPictures(browser, folder, where)
  if (what !== 'sandbox') await consolePictures(browser, folder, where)
} finally {
  await browser.close()
}

/** Without one Chinese is invisible; where we may, Debian's small one is installed. */
function haveChineseFont(): void {
  if (process.platform !== 'linux') return
  const fonts = () => execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim()
  try {
    if (fonts() !== '') return
    execFileSync('apt-get', ['install', '-y', '-qq', 'fonts-wqy-microhei'], { stdio: 'ignore' })
  } catch {
    console.error('没有找到中文字体，图片里的汉字可能看不见。请先安装，例如 fonts-wqy-microhei。')
  }
}
