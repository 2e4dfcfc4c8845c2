import { createHmac, timingSafeEqual } from 'node:crypto'
import { publicUrl } from '#http/public-url.ts'

/** Links to files live a day. */
const lifetimeMs = 24 * 60 * 60 * 1000

/** The attachment that a link gives to whoever has it. */
export interface LinkedFile {
  accountId: number
  attachmentId: number
}

/** A link to a stored file that needs no access token, for 24 hours from now; the name is there for people. */
export function signLink(secret: Buffer, file: LinkedFile, name: string, now: number): string {
  const text = Buffer.from(JSON.stringify([file.accountId, file.attachmentId, now + lifetimeMs])).toString('base64url')
  return `${publicUrl()}/files/${text}.${signature(secret, text)}/${encodeURIComponent(name)}`
}

/** The file of a link's token; undefined if it is forged or a day has passed. */
export function readLink(secret: Buffer, token: string, now: number): LinkedFile | undefined {
  const [text = '', signed = '', ...rest] = token.split('.')
  const [expected, actual] = [Buffer.from(signature(secret, text)), Buffer.from(signed)]
  if (rest.length > 0 || actual.length !== expected.length || !timingSafeEqual(actual, expected)) return undefined
  const [accountId, attachmentId, untilMs] = JSON.parse(Buffer.from(text, 'base64url').toString()) as number[]
  return (untilMs as number) > now
    ? { accountId: accountId as number, attachmentId: attachmentId as number }
    : undefined
}

const signature = (secret: Buffer, text: string) =>
  createHmac('sha256', secret).update(`file:${text}`).digest('base64url')
