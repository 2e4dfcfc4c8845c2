import ipaddr from 'ipaddr.js'

/** Networks of this installation that programs may be called in, though they are not public (setting `OUTBOUND_ALLOW`). */
export type Networks = readonly [ipaddr.IPv4 | ipaddr.IPv6, number][]

/**
 * Reads networks in CIDR form, separated by commas.
 *
 * @returns undefined if one of them is none.
 * @example readNetworks('127.0.0.0/8, 10.1.0.0/16')
 */
export function readNetworks(text: string): Networks | undefined {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  return parts.every((part) => ipaddr.isValidCIDR(part)) ? parts.map((part) => ipaddr.parseCIDR(part)) : undefined
}

/** Whether an address lies in one of the networks. */
export function isWithin(address: string, networks: Networks): boolean {
  const parsed = ipaddr.process(address)
  return networks.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits))
}

/**
 * Whether an address may be called at all: a public one, or one in the allowed networks. Loopback, private, link-local,
 * carrier and metadata addresses are not public, nor are IPv6 forms that wrap an IPv4 address.
 */
export function mayCall(address: string, allowed: Networks): boolean {
  if (!ipaddr.isValid(address)) return false
  return isWithin(address, allowed) || isPublic(ipaddr.process(address))
}

/** Of IPv6 only 2000::/3 is given out to the world; others, as `::127.0.0.1`, may lead anywhere. */
const isPublic = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
  address.range() === 'unicast' && (address.kind() === 'ipv4' || address.match(ipaddr.parseCIDR('2000::/3')))
