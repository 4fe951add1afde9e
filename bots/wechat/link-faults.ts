import { TooLate } from './within.ts'

/** gRPC's codes for a link that is down, slow or being replaced: CANCELLED, DEADLINE_EXCEEDED, UNAVAILABLE. */
const linkCodes = [1, 4, 14]

/** Whether the link failed, and not what was asked of the platform: trying again can help. */
export function isLinkFault(fault: unknown): boolean {
  if (fault instanceof TooLate) return true
  if (!(fault instanceof Error)) return false
  if ('code' in fault && linkCodes.includes(Number(fault.code))) return true
  return /no grpc manager|NO CLIENT|has been closed/i.test(fault.message)
}

/**
 * A fault as it may be reported: its kind and where it was thrown, never its message, for a platform's messages
 * carry names, ids and texts.
 */
export function withoutWords(fault: unknown): Error {
  const { name, stack } = fault instanceof Error ? fault : { name: typeof fault, stack: '' }
  const code = fault instanceof Error && 'code' in fault ? ` ${fault.code}` : ''
  const frame = /^ {4}at .*$/m.exec(stack ?? '')?.[0].trim() ?? ''
  const told = new Error(`${name}${code} ${frame}`.trim())
  told.stack = told.message // where it was thrown, not where it was reported
  return told
}
