import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { faultOf, type MailFault } from './faults.ts'
import type { MailSettings } from './settings.ts'

export interface Mail {
  /** The same for each try: mailboxes show a letter once that comes twice under it. */
  readonly messageId: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly date: Date
  readonly pictures: readonly { readonly mime: string; readonly bytes: Uint8Array }[]
}

export type Mailed = { readonly kind: 'taken' } | MailFault

const openMs = 15_000
const wholeMs = 60_000

/** Brings letters to the server, each over a connection of its own: only so it is sure how far one came. Never throws. */
export function mailer(settings: MailSettings) {
  const { host, port, security, login, from } = settings
  const connected = async <Made>(
    then: (connection: SMTPConnection, sending: () => void) => Promise<Made>,
  ): Promise<Made | MailFault> => {
    const connection = new SMTPConnection({
      ...{ host, port, secure: security === 'tls', requireTLS: security === 'starttls' },
      ...{ ignoreTLS: security === 'none', connectionTimeout: openMs, greetingTimeout: openMs },
      ...{ dnsTimeout: openMs, socketTimeout: wholeMs / 2, name: nameOf(from) },
    })
    let isSending = false
    let timer: NodeJS.Timeout | undefined
    const broken = new Promise<never>((_, fail) => {
      connection.on('error', fail)
      connection.on('end', () => fail(new Error('closed')))
      timer = setTimeout(() => fail(new Error('too slow')), wholeMs)
    })
    const all = async () => {
      await new Promise<void>((done, fail) =>
        connection.connect((fault) => (fault ? fail(fault) : done())),
      )
      if (login) {
        const { user, password: pass } = login
        await called((done) => connection.login({ user, pass }, done))
      }
      return then(connection, () => {
        isSending = true
      })
    }
    try {
      return await Promise.race([all(), broken])
    } catch (fault) {
      return faultOf(fault, isSending)
    } finally {
      clearTimeout(timer)
      broken.catch(() => {})
      connection.close()
    }
  }
  return {
    async post(mail: Mail): Promise<Mailed> {
      const { messageId, to, subject, text, date, pictures } = mail
      const letter = await new MailComposer({
        ...{ from, to, subject, text, date, messageId, disableFileAccess: true },
        ...{ disableUrlAccess: true, headers: { 'Auto-Submitted': 'auto-generated' } },
        attachments: pictures.map(({ mime, bytes }, i) => ({
          ...{ content: Buffer.from(bytes), contentType: mime, filename: `${i + 1}` },
        })),
      })
        .compile()
        .build()
      return connected(async (connection, sending) => {
        sending()
        const envelope = { from, to: [to], size: letter.length }
        await called((done) => connection.send(envelope, letter, done))
        return { kind: 'taken' as const }
      })
    },
    /** Whether the server lets us in; null: it does. */
    async trouble(): Promise<MailFault | null> {
      return connected(async () => null)
    },
  }
}

const called = (call: (done: (fault?: Error | null) => void) => void): Promise<void> =>
  new Promise((done, fail) => call((fault) => (fault ? fail(fault) : done())))

const nameOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)
