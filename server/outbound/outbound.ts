import { lookup as resolve } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent, type Dispatcher, request } from 'undici'
import { isWithin, mayCall, type Networks } from './allowed-networks.ts'

/** An address that must not be called: private, of the machine itself, on another port, or not http(s). */
export class BlockedAddress extends Error {}

/** Calls to servers of other people: webhooks' receivers, files by address. Made once for a server. */
export interface Outbound {
  /**
   * Refuses an address before anything is sent: scheme, user info, port, and an address written as a number.
   *
   * @throws {BlockedAddress} whose message tells the person what is wrong with it.
   */
  check(url: string): void
  /**
   * Sends one request; redirects are not followed. The address that is really connected to is checked each time, whatever
   * the name resolved to before.
   *
   * @throws {BlockedAddress} also as the `cause` of a failed connection.
   */
  request(url: string, options: RequestOptions): Promise<Dispatcher.ResponseData>
  close(): Promise<void>
}

export interface RequestOptions {
  method: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  /** For the whole answer, headers and body, in milliseconds. */
  timeoutMs: number
  signal?: AbortSignal
}

const connectTimeoutMs = 3000

/** The client for calls to others. `allowed` opens networks that are not public, with all their ports. */
export function createOutbound(allowed: Networks): Outbound {
  const agentFor = (judge: Judge) =>
    new Agent({ connect: { lookup: checkedLookup(judge), timeout: connectTimeoutMs }, connections: 5 })
  const usualPorts = agentFor((address) => mayCall(address, allowed))
  const anyPort = agentFor((address) => isWithin(address, allowed))
  const check = (address: string) => checkUrl(address, allowed)
  return {
    check,
    async request(url, { timeoutMs, signal, ...options }) {
      check(url)
      const limit = AbortSignal.timeout(timeoutMs)
      return request(url, {
        ...options,
        dispatcher: ['', '80', '443'].includes(new URL(url).port) ? usualPorts : anyPort,
        signal: signal ? AbortSignal.any([limit, signal]) : limit,
      })
    },
    close: async () => {
      await Promise.all([usualPorts.destroy(), anyPort.destroy()])
    },
  }
}

type Judge = (address: string) => boolean

function checkUrl(address: string, allowed: Networks): void {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw new BlockedAddress('The address must begin with https:// or http://')
  if (url.username || url.password) throw new BlockedAddress('The address must hold no user name and no password')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !mayCall(host, allowed)) throw new BlockedAddress('The address is not public')
  // A URL drops the port that belongs to its scheme. Others are for allowed networks; a name shows its own when resolved.
  const other = url.port !== '' && url.port !== '80' && url.port !== '443'
  if (other && (isIP(host) ? !isWithin(host, allowed) : allowed.length === 0))
    throw new BlockedAddress('Only the ports 80 and 443 may be called')
}

/** Resolves a name and hands on only addresses that may be called: the connection goes to one that was checked. */
function checkedLookup(judge: Judge): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, [])
      const open = addresses.filter(({ address }) => judge(address))
      if (open.length === 0) return callback(new BlockedAddress(`${hostname} is not at a public address`), [])
      if (options.all) return callback(null, open)
      const [first] = open
      return callback(null, first?.address ?? '', first?.family)
    })
  }
}
