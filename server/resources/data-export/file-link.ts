import { createHmac, timingSafeEqual } from 'node:crypto'

/** URLs of files live a day. */
const lifetimeMs = 24 * 60 * 60 * 1000

/** The file of an export that a URL gives to admins of the account. */
export interface ExportedFile {
  accountId: number
  dataExportId: number
  table: string
}

/** The signed part of a URL, valid for 24 hours from now. */
export function signExported(secret: Buffer, file: ExportedFile, now: number): string {
  const said = [file.accountId, file.dataExportId, file.table, now + lifetimeMs]
  const text = Buffer.from(JSON.stringify(said)).toString('base64url')
  return `${text}.${signature(secret, text)}`
}

/** What a URL names; undefined if it is forged or a day has passed. */
export function readExported(secret: Buffer, token: string, now: number): ExportedFile | undefined {
  const [text = '', signed = '', ...rest] = token.split('.')
  const [expected, actual] = [Buffer.from(signature(secret, text)), Buffer.from(signed)]
  if (rest.length > 0 || actual.length !== expected.length || !timingSafeEqual(actual, expected)) return undefined
  const said = JSON.parse(Buffer.from(text, 'base64url').toString())
  const [accountId, dataExportId, table, untilMs] = said as [number, number, string, number]
  return untilMs > now ? { accountId, dataExportId, table } : undefined
}

const signature = (secret: Buffer, text: string) =>
  createHmac('sha256', secret).update(`export:${text}`).digest('base64url')
