import type { Duplex } from 'node:stream'
import type { PuppetService } from 'wechaty-puppet-service'

type Client = PuppetService['grpcManager']['client']

/**
 * Mends how a client fetches files. The stock one goes on holding a file that was given up, and a link that breaks
 * meanwhile throws where nobody can catch it, which ends the process.
 */
export function mendDownloads(client: Client): void {
  const download = client.download.bind(client) as (
    ...asked: unknown[]
  ) => ReturnType<Client['download']>
  client.download = ((...asked: unknown[]) => {
    const call = download(...asked)
    const pipe = call.pipe.bind(call)
    call.pipe = <To extends NodeJS.WritableStream>(to: To) => {
      const file = to as unknown as Duplex
      call.on('error', (fault: Error) => file.destroy(fault))
      file.on('close', () => call.cancel())
      return pipe(to)
    }
    return call
  }) as Client['download']
}
