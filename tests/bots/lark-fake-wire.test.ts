import { aLark } from './lark-fake-support.ts'
import { larkWire } from './lark-wire.ts'

larkWire('the fake Lark', async () => {
  const { endpoint, appId, appSecret } = await aLark({ mode: 'socket' })
  return { endpoint, appId, appSecret, chat: 'oc_one' }
})

const { LARK_LIVE, LARK_DOMAIN, LARK_APP_ID, LARK_APP_SECRET, LARK_LIVE_CHAT } = process.env

// an administrator can hold a real test tenant against the same shapes; it speaks in that group and takes all back
larkWire(
  'the real Lark',
  LARK_LIVE === '1' && LARK_APP_ID && LARK_APP_SECRET && LARK_LIVE_CHAT
    ? async () => ({
        endpoint: LARK_DOMAIN ?? 'https://open.feishu.cn',
        ...{ appId: LARK_APP_ID, appSecret: LARK_APP_SECRET, chat: LARK_LIVE_CHAT },
      })
    : { skipped: 'needs LARK_LIVE=1, LARK_APP_ID, LARK_APP_SECRET and LARK_LIVE_CHAT' },
)
