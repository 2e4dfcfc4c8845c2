import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

/** A text for machines, made once, when it is first asked for. */
export interface MachineDocument {
  type: 'application/json' | 'text/plain' | 'text/markdown'
  make(): string
}

/** How long others may keep a document before they ask again, in seconds. */
const keptFor = 300

/** Gives a document out, to programs on other sites too; who has it already is told so (`ETag`). */
export function giveDocument(app: FastifyInstance, address: string, { type, make }: MachineDocument): void {
  let kept: { text: string; etag: string } | undefined
  app.get(address, async (request, reply) => {
    if (!kept) {
      const text = make()
      kept = { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` }
    }
    reply.headers({
      'access-control-allow-origin': '*',
      'cache-control': `public, max-age=${keptFor}`,
      // An origin of its own may load what is open to all.
      'cross-origin-resource-policy': 'cross-origin',
      etag: kept.etag,
    })
    if (request.headers['if-none-match']?.split(/,\s*/).some((known) => known.replace(/^W\//, '') === kept?.etag))
      return reply.code(304).send()
    return reply.type(`${type}; charset=utf-8`).send(kept.text)
  })
}
