import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A bucket on this machine that believes nobody: each request must be signed (Signature V4), with the hash of its body. */
export interface S3Server {
  /** As FILES_URL names it. */
  url: string
  environment: Record<string, string>
  objects: Map<string, Buffer>
  /** Uploads in parts that were begun and neither finished nor taken back: id → key. */
  unfinished: Map<string, string>
  /** What was asked, in order: method and target. */
  asked: string[]
  /** Why requests were turned away. */
  refused: string[]
  /** Answers 403 or 500 to what it holds for. */
  fail: (method: string, target: string) => boolean
  close(): Promise<void>
}

const accessKeyId = 'GARDENKEY'
const secretAccessKey = 'pond/secret+key='
const bucket = 'garden'
const smallestPart = 5 * 1024 * 1024

/** Starts one. */
export async function startS3Server(): Promise<S3Server> {
  const parts = new Map<string, Map<number, Buffer>>()
  const s3: Omit<S3Server, 'url' | 'environment' | 'close'> = {
    objects: new Map(),
    unfinished: new Map(),
    asked: [],
    refused: [],
    fail: () => false,
  }
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray())
    const url = new URL(request.url as string, 'http://localhost')
    const method = request.method as string
    s3.asked.push(`${method} ${request.url}`)
    const wrong = s3.fail(method, request.url as string) ? 'AccessDenied' : faultOf(request, url, body)
    if (wrong) {
      s3.refused.push(wrong)
      return answer(response, 403, `<Error><Code>${wrong}</Code></Error>`)
    }
    if (url.pathname === `/${bucket}` && url.searchParams.has('uploads')) {
      const prefix = url.searchParams.get('prefix') ?? ''
      const found = [...s3.unfinished].filter(([, key]) => key.startsWith(prefix))
      return answer(
        response,
        200,
        `<L>${found.map(([id, key]) => `<Upload><Key>${key}</Key><UploadId>${id}</UploadId></Upload>`).join('')}</L>`,
      )
    }
    const key = decodeURIComponent(url.pathname.slice(bucket.length + 2))
    const uploadId = url.searchParams.get('uploadId')
    if (uploadId !== null) return ofUpload(response, { method, url, key, uploadId, body })
    if (method === 'POST' && url.searchParams.has('uploads')) {
      const id = `${randomUUID()}&"`
      s3.unfinished.set(id, key)
      parts.set(id, new Map())
      return answer(response, 200, `<I><UploadId>${id.replace('&', '&amp;').replace('"', '&quot;')}</UploadId></I>`)
    }
    return ofObject(request, response, method, key, body)
  })

  function ofObject(request: IncomingMessage, response: ServerResponse, method: string, key: string, body: Buffer) {
    const found = s3.objects.get(key)
    if (method === 'PUT') {
      s3.objects.set(key, body)
      return answer(response, 200)
    }
    if (method === 'DELETE') {
      s3.objects.delete(key)
      return answer(response, 204)
    }
    if (!found) return answer(response, 404, '<Error><Code>NoSuchKey</Code></Error>')
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
    const part = range ? found.subarray(Number(range[1]), Number(range[2]) + 1) : found
    response.writeHead(range ? 206 : 200, { 'content-length': part.length }).end(part)
  }

  function ofUpload(
    response: ServerResponse,
    { method, url, key, uploadId, body }: { method: string; url: URL; key: string; uploadId: string; body: Buffer },
  ) {
    const known = parts.get(uploadId) ?? new Map<number, Buffer>()
    if (s3.unfinished.get(uploadId) !== key) return answer(response, 404, '<Error><Code>NoSuchUpload</Code></Error>')
    if (method === 'PUT') {
      known.set(Number(url.searchParams.get('partNumber')), body)
      response.setHeader('etag', tagOf(body))
      return answer(response, 200)
    }
    if (method === 'POST') {
      const named = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>([^<]+)<\/ETag>/g)]
      const joined = named.map(([, number, tag]) => ({
        part: known.get(Number(number)),
        tag: tag?.replaceAll('&quot;', '"'),
      }))
      const isWhole = joined.length === known.size && joined.every(({ part, tag }) => part && tagOf(part) === tag)
      const isLarge = joined.slice(0, -1).every(({ part }) => (part as Buffer).length >= smallestPart)
      // As the original: what fails late is told with status 200.
      if (!isWhole || !isLarge) return answer(response, 200, '<Error><Code>InvalidPart</Code></Error>')
      s3.objects.set(key, Buffer.concat(joined.map(({ part }) => part as Buffer)))
    }
    s3.unfinished.delete(uploadId)
    parts.delete(uploadId)
    return answer(response, method === 'DELETE' ? 204 : 200, '<Done/>')
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `s3://${bucket}/files?region=eu-test-1&endpoint=http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return Object.assign(s3, {
    url,
    environment: { FILES_URL: url, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  })
}

const tagOf = (part: Buffer) => `"${createHash('md5').update(part).digest('hex')}"`
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

function answer(response: ServerResponse, status: number, xml?: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(status === 204 ? undefined : xml)
}

/** What is wrong with the signature of a request, as Amazon's documentation of Signature V4 describes it. */
function faultOf(request: IncomingMessage, url: URL, body: Buffer): string | undefined {
  const { headers } = request
  const form =
    /^AWS4-HMAC-SHA256 Credential=(\w+)\/(\d{8})\/([\w-]+)\/s3\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/
  const [, keyId, day, region, signed, signature] = form.exec(headers.authorization ?? '') ?? []
  if (!keyId || !day || !region || !signed || !signature) return 'MissingSecurityHeader'
  if (keyId !== accessKeyId || region !== 'eu-test-1') return 'InvalidAccessKeyId'
  const hash = String(headers['x-amz-content-sha256'])
  if (hash !== sha256(body)) return 'XAmzContentSHA256Mismatch'
  const moment = String(headers['x-amz-date'])
  const at = Date.parse(moment.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (!moment.startsWith(day) || !(Math.abs(Date.now() - at) < 15 * 60_000)) return 'RequestTimeTooSkewed'
  const names = signed.split(';')
  if (!names.includes('host') || !names.includes('x-amz-date')) return 'SignedHeaders'
  const encoded = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  const query = [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&')
  const canonical = [
    request.method,
    url.pathname,
    query,
    ...names.map((name) => `${name}:${String(headers[name] ?? '').trim()}`),
    '',
    signed,
    hash,
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const key = hmac(hmac(hmac(hmac(`AWS4${secretAccessKey}`, day), region), 's3'), 'aws4_request')
  const expected = hmac(key, `AWS4-HMAC-SHA256\n${moment}\n${scope}\n${sha256(canonical)}`)
  return timingSafeEqual(expected, Buffer.from(signature, 'hex')) ? undefined : 'SignatureDoesNotMatch'
}
