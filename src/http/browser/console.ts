import 'htmx.org'
import 'htmx.org/dist/ext/hx-sse.js'
import { watchConnection } from './connection.ts'

/** The console works by htmx; here is only what happens under the fingers, before anything is sent. */
watchConnection()
