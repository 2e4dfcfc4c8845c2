import { type BucketPlace, readBucketUrl } from '#files/bucket.ts'
import type { ScannerAddress } from '#files/scan.ts'
import { type Networks, readNetworks } from '#outbound/allowed-networks.ts'

/** A setting whose text is no good; the message says what is expected. The functions below read one each. */
export class Wrong extends Error {}

export const optionalUrl =
  (schemes: string[]) =>
  (value: string): string | undefined =>
    value === '' ? undefined : url(schemes)(value)

function url(schemes: string[]) {
  return (value: string): string => {
    const parsed = URL.canParse(value) ? new URL(value) : undefined
    if (!parsed || !schemes.includes(parsed.protocol))
      throw new Wrong(`a URL that begins with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`)
    return value
  }
}

export const origin = (value: string): string | undefined => {
  const given = optionalUrl(['http:', 'https:'])(value)
  if (given === undefined) return undefined
  const { origin, pathname, search, hash, username } = new URL(given)
  if (`${pathname}${search}${hash}${username}` !== '/') throw new Wrong('an origin: scheme, host and port, no path')
  return origin
}

export function whole(minimum: number, maximum: number) {
  return (value: string): number => {
    if (!/^\d+$/.test(value) || Number(value) < minimum || Number(value) > maximum)
      throw new Wrong(`a whole number from ${minimum} to ${maximum}`)
    return Number(value)
  }
}

export function choice<const V extends readonly string[]>(...values: V) {
  return (value: string): V[number] => {
    if (!values.includes(value)) throw new Wrong(`one of ${values.join(', ')}`)
    return value
  }
}

export const filled = (value: string): string => {
  if (value.trim() === '') throw new Wrong('a text that is not empty')
  return value
}

export const address = (value: string): string => {
  if (!/^[\w.:-]+$/.test(value)) throw new Wrong('a name or an address')
  return value
}

export const networks = (value: string): Networks => {
  const read = readNetworks(value)
  if (!read) throw new Wrong('networks like 10.1.0.0/16, separated by commas')
  return read
}

export const bucket = (value: string): BucketPlace | undefined => {
  const read = value === '' ? undefined : readBucketUrl(value)
  if (value !== '' && !read) throw new Wrong('like s3://bucket/folder?region=eu-central-1&endpoint=https://host')
  return read
}

export const bytes = (value: string): number => {
  const [, number, unit = ''] = /^(\d{1,12})(KB|MB|GB)?$/.exec(value) ?? []
  const size = Number(number) * ({ KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 }[unit] ?? 1)
  if (!(size >= 1 && size <= 50 * 1024 ** 3)) throw new Wrong('a size up to 50GB, like 500MB')
  return size
}

export const scanner = (value: string): ScannerAddress | undefined => {
  if (value === '') return undefined
  if (value.startsWith('unix:/')) return { path: value.slice('unix:'.length) }
  const [, host, port] = /^tcp:\/\/([\w.-]+|\[[\da-f:]+\]):(\d{1,5})$/i.exec(value) ?? []
  if (!host || Number(port) > 65535) throw new Wrong('like tcp://host:3310 or unix:/path/of/socket')
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) }
}

export const anyText = (value: string): string => value

export const delays = (value: string): number[] => {
  if (!/^\d+(\.\d+)?(,\d+(\.\d+)?){2}$/.test(value)) throw new Wrong('three numbers of seconds like 10,60,300')
  return value.split(',').map((seconds) => Number(seconds) * 1000)
}
