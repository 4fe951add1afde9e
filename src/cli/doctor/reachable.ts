import { connect } from 'node:net'
import { bad, type Examined, good } from './finding.ts'

const timeLimitMs = 3_000

/** Whether anybody listens at `host:port`. Nothing is said to whoever does: a second bot on one account would cut off the first. */
export async function examineEndpoint(what: string, endpoint: string): Promise<Examined> {
  const at = endpoint.lastIndexOf(':')
  const [host, port] = [endpoint.slice(0, at), Number(endpoint.slice(at + 1))]
  const fault = await new Promise<string | null>((tell) => {
    const socket = connect({ host, port, timeout: timeLimitMs })
    const end = (why: string | null) => {
      socket.destroy()
      tell(why)
    }
    socket.once('connect', () => end(null))
    socket.once('timeout', () => end('没有回应'))
    socket.once('error', (error) => end('code' in error ? String(error.code) : error.name))
  })
  return fault === null
    ? good(what, `${endpoint} 有人应答`)
    : bad(
        what,
        `${endpoint} 连不上（${fault}）`,
        '看那边的服务是否开着、地址和防火墙是否正确 [is it running? address? firewall?]',
      )
}
