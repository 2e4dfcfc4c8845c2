import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mayCall, type Networks, readNetworks } from './allowed-networks.ts'
import { BlockedAddress, createOutbound } from './outbound.ts'

let server: Server
let port: number
const loopback = readNetworks('127.0.0.0/8') as Networks
const closed = createOutbound([])
const opened = createOutbound(loopback)

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/away') return response.writeHead(302, { location: '/' }).end()
    if (request.url === '/never') return undefined
    return response.end('here')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  await Promise.all([closed.close(), opened.close()])
  server.closeAllConnections()
  server.close()
})

const get = (client: typeof closed, url: string, timeoutMs = 2000) => client.request(url, { method: 'GET', timeoutMs })

describe('addresses', () => {
  test('that are not public cannot be called', () => {
    for (const address of [
      '127.0.0.1',
      '10.0.0.1',
      '172.16.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '224.0.0.1',
      '255.255.255.255',
      '::1',
      '::',
      'fe80::1',
      'fd00::1',
      '::ffff:127.0.0.1',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      '::7f00:1',
      '::127.0.0.1',
      '4000::1',
      'not an address',
    ]) {
      expect(mayCall(address, []), address).toBe(false)
    }
  })
  test('that are public can', () => {
    for (const address of ['93.184.216.34', '2606:2800:220:1::1']) expect(mayCall(address, []), address).toBe(true)
  })
  test('in allowed networks can, and nothing beside them', () => {
    expect(mayCall('127.5.0.1', loopback)).toBe(true)
    expect(mayCall('::ffff:127.0.0.1', loopback)).toBe(true)
    expect(mayCall('10.0.0.1', loopback)).toBe(false)
    expect(readNetworks('10.0.0.0')).toBeUndefined()
    expect(readNetworks('')).toEqual([])
  })
})

describe('a call', () => {
  test('to a private address is refused, however it is written', async () => {
    for (const url of [
      'http://127.0.0.1/',
      'http://localhost/',
      'http://2130706433/',
      'http://0x7f.1/',
      'http://[::1]/',
      'http://[::ffff:7f00:1]/',
      `http://localhost:${443}/`,
    ]) {
      await expect(get(closed, url), url).rejects.toBeInstanceOf(BlockedAddress)
    }
  })
  test('to another port, with user info or another scheme is refused', async () => {
    for (const url of [
      'https://example.org:8443/',
      'https://user:word@example.org/',
      'ftp://example.org/',
      'file:///etc/passwd',
      'nowhere',
    ]) {
      expect(() => closed.check(url), url).toThrow(BlockedAddress)
    }
    expect(() => closed.check('https://example.org/hook?x=1')).not.toThrow()
  })
  test('goes to allowed networks, by number and by name, on any port', async () => {
    for (const host of ['127.0.0.1', 'localhost']) {
      const { statusCode, body } = await get(opened, `http://${host}:${port}/`)
      expect({ statusCode, text: await body.text() }).toEqual({ statusCode: 200, text: 'here' })
    }
  })
  test('does not follow a redirect', async () => {
    const { statusCode, body } = await get(opened, `http://127.0.0.1:${port}/away`)
    await body.dump()
    expect(statusCode).toBe(302)
  })
  test('ends when it takes too long', async () => {
    await expect(get(opened, `http://127.0.0.1:${port}/never`, 100)).rejects.toMatchObject({ name: 'TimeoutError' })
  })
})
