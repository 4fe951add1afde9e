import type { PuppetService } from 'wechaty-puppet-service'

/** What holds the gRPC client and its stream of events. */
export type Manager = Parameters<PuppetService['bridgeGrpcEventStream']>[0]

/** What `manager.stop()` does, less its Stop call; a stream that is not cancelled keeps the server busy for ever. */
export function hangUp(manager: Manager): void {
  manager.removeAllListeners()
  manager.on('error', () => {})
  const parts = manager as unknown as {
    readonly eventStream?: { cancel(): void }
    stopStream(): void
    destroyClient(): void
  }
  parts.eventStream?.cancel()
  parts.stopStream()
  parts.destroyClient()
}
