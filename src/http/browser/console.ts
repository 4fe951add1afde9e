import './older-browsers.ts'
import 'htmx.org'
import 'htmx.org/dist/ext/hx-sse.js'
import { watchConnection } from './connection.ts'
import { watchActs } from './petition.ts'
import { watchQueue } from './queue.ts'
import { watchForms } from './steady-forms.ts'
import { watchWall } from './wall.ts'

/** The console works by htmx; here is only what happens under the fingers, before anything is sent. */
watchConnection()
watchWall()
watchActs()
watchQueue()
watchForms()
