import { channelContract } from '../contracts/channel.ts'
import { wecomStage } from './wecom-stage.ts'

channelContract('WeCom, an app and the robots in its groups', wecomStage)
