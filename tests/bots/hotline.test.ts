import { channelContract } from '../contracts/channel.ts'
import { hotlineStage } from './hotline-stage.ts'

channelContract('hotline, a signed webhook in and out', hotlineStage)
