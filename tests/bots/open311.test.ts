import { channelContract } from '../contracts/channel.ts'
import { open311Stage } from './open311-stage.ts'

channelContract('open311, with letters by mail', open311Stage)
