import { BlockList, isIP } from 'node:net'

/** What is not the open internet: this machine, the house, link-local (cloud metadata is there), reserved (IANA registries). */
const inside = new BlockList()
for (const [net, prefix] of [
  ...[['0.0.0.0', 8] as const, ['10.0.0.0', 8] as const, ['100.64.0.0', 10] as const],
  ...[['127.0.0.0', 8] as const, ['169.254.0.0', 16] as const, ['172.16.0.0', 12] as const],
  ...[['192.0.0.0', 24] as const, ['192.0.2.0', 24] as const, ['192.88.99.0', 24] as const],
  ...[['192.168.0.0', 16] as const, ['198.18.0.0', 15] as const, ['198.51.100.0', 24] as const],
  ...[['203.0.113.0', 24] as const, ['224.0.0.0', 3] as const],
] as const)
  inside.addSubnet(net, prefix, 'ipv4')

/** Of IPv6 only global unicast is open, less what carries an IPv4 address or is for examples. */
const open6 = new BlockList()
open6.addSubnet('2000::', 3, 'ipv6')
const inside6 = new BlockList()
for (const [net, prefix] of [
  ...[['2001::', 23] as const, ['2001:db8::', 32] as const, ['2002::', 16] as const],
  ...[['3fff::', 20] as const],
] as const)
  inside6.addSubnet(net, prefix, 'ipv6')

/** Whether an IP address is on the open internet. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !inside.check(address, 'ipv4')
    case 6:
      return open6.check(address, 'ipv6') && !inside6.check(address, 'ipv6')
    default:
      return false
  }
}
