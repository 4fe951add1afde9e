import { channelContract } from '../contracts/channel.ts'
import { larkStage } from './lark-stage.ts'

channelContract('Lark, over the long connection', () => larkStage('socket'))
channelContract('Lark, over the webhook', () => larkStage('webhook'))
