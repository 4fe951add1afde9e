import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A letter as the server took it, its parts decoded. */
export interface TakenMail {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: string
  readonly messageId: string
  readonly text: string
  /** The bytes of what is attached. */
  readonly files: readonly Buffer[]
}

export interface MailServer {
  readonly port: number
  taken(): readonly TakenMail[]
  /** How often somebody connected. */
  connections(): number
  /** What the next letters meet, one after the other: an answer, or the connection breaks before or after it is taken. */
  plan(...next: Plan[]): void
  leave(): Promise<void>
  comeBack(): Promise<void>
}

export type Plan =
  | { readonly at: 'connect' | 'from' | 'to' | 'data'; readonly code: number }
  | { readonly at: 'to' | 'data'; readonly code: 'drop' }
  | { readonly at: 'lostAnswer' }

/** A real SMTP server on this machine, that can refuse, break off and go away. Knows `known` mailboxes, or all. */
export async function mailServer(
  but: SMTPServerOptions = {},
  knows: (address: string) => boolean = () => true,
): Promise<MailServer> {
  const taken: TakenMail[] = []
  const plans: Plan[] = []
  let [connections, port] = [0, 0]
  const refusal = (code: number) =>
    Object.assign(new Error(`refused ${code}`), { responseCode: code })
  const planned = (at: Plan['at']) => {
    const next = plans[0]
    return next?.at === at ? plans.shift() : undefined
  }
  const codeAt = (at: 'connect' | 'from' | 'to' | 'data') => {
    const next = planned(at)
    return next && 'code' in next ? next.code : null
  }
  const sockets = new Set<{ destroy(): void }>()
  const made = () => {
    const server = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
      onConnect(_, answer) {
        connections++
        const code = codeAt('connect')
        answer(typeof code === 'number' ? refusal(code) : null)
      },
      onMailFrom(_, __, answer) {
        const code = codeAt('from')
        answer(typeof code === 'number' ? refusal(code) : null)
      },
      onRcptTo({ address }, _, answer) {
        const code = codeAt('to')
        if (code === 'drop') return breakOff()
        if (typeof code === 'number') return answer(refusal(code))
        answer(knows(address) ? null : refusal(550))
      },
      onData(stream, session, answer) {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          const code = codeAt('data')
          if (code === 'drop') return breakOff()
          if (typeof code === 'number') return answer(refusal(code))
          const { mailFrom, rcptTo } = session.envelope
          taken.push(
            read(Buffer.concat(parts).toString(), mailFrom ? mailFrom.address : '', [
              ...rcptTo.map(({ address }) => address),
            ]),
          )
          if (planned('lostAnswer')) return breakOff()
          answer(null)
        })
      },
      ...but,
    })
    server.on('error', () => {})
    server.server.on('connection', (socket) => {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
    })
    return server
  }
  const breakOff = () => {
    for (const socket of sockets) socket.destroy()
  }
  let server = made()
  const listen = async () => {
    server.listen(port, '127.0.0.1')
    await once(server.server, 'listening')
    port = (server.server.address() as AddressInfo).port
  }
  await listen()
  return {
    port,
    taken: () => taken,
    connections: () => connections,
    plan: (...next) => void plans.push(...next),
    async leave() {
      const closed = new Promise<void>((done) => server.close(() => done()))
      breakOff()
      await closed
    },
    async comeBack() {
      server = made()
      await listen()
    },
  }
}

/** Enough of MIME for letters of ours: one text, files in base64. */
function read(raw: string, from: string, to: readonly string[]): TakenMail {
  const [head = ''] = raw.split('\r\n\r\n', 1)
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1]
  const parts = boundary ? raw.split(`--${boundary}`).slice(1, -1) : [raw]
  const decoded = parts.map((part) => {
    const [headers = ''] = part.replace(/^\r\n/, '').split('\r\n\r\n', 1)
    const body = part.slice(part.indexOf('\r\n\r\n') + 4)
    const isBase64 = /transfer-encoding: base64/i.test(headers)
    return {
      isText: /content-type: text\/plain/i.test(headers),
      bytes: isBase64 ? Buffer.from(body, 'base64') : Buffer.from(fromQuoted(body)),
    }
  })
  return {
    ...{ from, to, raw, messageId: /^message-id: (\S+)/im.exec(head)?.[1] ?? '' },
    text: (decoded.find(({ isText }) => isText)?.bytes.toString() ?? '').replaceAll('\r\n', '\n'),
    files: decoded.filter(({ isText }) => !isText).map(({ bytes }) => bytes),
  }
}

const fromQuoted = (body: string): Buffer =>
  Buffer.from(
    body
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    'latin1',
  )
