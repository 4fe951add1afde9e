import { TooLate } from '../../src/asking/within.ts'

/** gRPC's codes for a link that is down, slow or being replaced: CANCELLED, DEADLINE_EXCEEDED, UNAVAILABLE. */
const linkCodes = [1, 4, 14]

/** Whether the link failed, and not what was asked of the platform: trying again can help. */
export function isLinkFault(fault: unknown): boolean {
  if (fault instanceof TooLate) return true
  if (!(fault instanceof Error)) return false
  if ('code' in fault && linkCodes.includes(Number(fault.code))) return true
  return /no grpc manager|NO CLIENT|has been closed/i.test(fault.message)
}
