import type { FastifyInstance } from 'fastify'
import type { Services } from '#http/services.ts'
import { findLogo } from './logos.ts'

/** Serves logos to everybody, always as PNG. An address never changes its picture, so that browsers keep it. */
export function logoRoutes(app: FastifyInstance, { store }: Services): void {
  app.get<{ Params: { clientId: string; file: string } }>('/logos/:clientId/:file', async (request, reply) => {
    const { clientId, file } = request.params
    const version = /^([0-9a-f]{16})\.png$/.exec(file)?.[1]
    const image = version && (await findLogo(store.database, clientId, version))
    if (!image) return reply.code(404).send()
    return reply
      .type('image/png')
      .headers({
        'cache-control': 'public, max-age=31536000, immutable',
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
      })
      .send(image)
  })
}
