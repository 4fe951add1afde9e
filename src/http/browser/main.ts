import './older-browsers.ts'
import 'htmx.org'
import 'htmx.org/dist/ext/hx-sse.js'
import { watchComposers } from './composer.ts'
import { watchConnection } from './connection.ts'
import { watchMentions } from './mentions.ts'

/** The pages work by htmx; here is only what happens under the fingers, before anything is sent. */
watchComposers()
watchMentions()
watchConnection()
