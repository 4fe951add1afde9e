/** A bot that can be killed: keeps what it hears in a file, one message a line. Started with a file of settings. */
import { appendFileSync, readFileSync } from 'node:fs'
import { noPace } from '../../bots/wechat/pace.ts'
import { startWechat } from '../../bots/wechat/wechat-bot.ts'
import { hasty, openMedia, say } from './stage.ts'
import { openTidings } from './tidings.ts'

const settings = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
appendFileSync(settings.inbox, '')
const bot = await startWechat({
  ...{ endpoint: settings.endpoint, token: settings.token, botNames: [] },
  inbox: {
    async keep(messages) {
      appendFileSync(settings.inbox, messages.map((one) => `${JSON.stringify(one)}\n`).join(''))
      return messages.map(({ id }) => id)
    },
  },
  ...{ media: openMedia(), say, clock: () => new Date(), report: () => {} },
  ...{ pace: noPace, link: hasty, tidings: openTidings().tidings, show: () => {} },
  ...(settings.replaySince && { replaySince: new Date(settings.replaySince) }),
})
process.once('SIGTERM', () => void bot.stop()) // and then nothing holds the process
process.stdout.write('ready\n')
