import { channelContract } from '../contracts/channel.ts'
import { wechatStage } from './stage.ts'

channelContract('WeChat, over the wire to the simulated platform', wechatStage)
