import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Provider } from 'oidc-provider'

/** A request as the authorization server shall see it. */
export interface NormalRequest {
  /** Path and query. */
  url: string
  method: 'GET' | 'POST'
  form?: URLSearchParams
}

/**
 * Lets the authorization server answer a request in its normal form, on the connection of the one that came.
 *
 * Programs get JSON from the endpoints that take forms, whatever they accept.
 */
export async function handOver(
  server: Provider,
  request: FastifyRequest,
  reply: FastifyReply,
  { url, method, form }: NormalRequest,
): Promise<void> {
  reply.hijack()
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value)
  }
  const { authorization: _credentials, 'content-type': _type, 'content-length': _length, ...headers } = request.headers
  const body = form && Buffer.from(form.toString())
  const incoming = Object.assign(Readable.from(body ? [body] : []), {
    method,
    url,
    headers: {
      ...headers,
      ...(body && {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(body.length),
      }),
    },
    socket: request.raw.socket,
    connection: request.raw.socket,
    httpVersion: request.raw.httpVersion,
    httpVersionMajor: request.raw.httpVersionMajor,
  })
  await server.callback()(incoming as unknown as typeof request.raw, reply.raw)
}
