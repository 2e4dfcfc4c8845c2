import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Bytes of a form with a file. A logo of good quality has a tenth of it. */
export const largestUpload = 2 * 1024 * 1024

const files = new WeakMap<FastifyRequest, Buffer>()

/** Makes the routes of an app read forms with a file (`multipart/form-data`); what is broken or too large never gets there. */
export function readUploads(app: FastifyInstance): void {
  app.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer', bodyLimit: largestUpload },
    async (request: FastifyRequest, body: Buffer) => {
      const headers = { 'content-type': request.headers['content-type'] ?? '' }
      const form = await new Response(new Uint8Array(body), { headers }).formData().catch(() => undefined)
      if (!form) throw Object.assign(new Error('The form is broken'), { statusCode: 400 })
      for (const value of form.values())
        if (typeof value !== 'string' && value.size > 0) files.set(request, Buffer.from(await value.arrayBuffer()))
      const texts = (name: string) => form.getAll(name).filter((value) => typeof value === 'string')
      return Object.fromEntries([...new Set(form.keys())].map((name) => [name, texts(name)]))
    },
  )
}

/** The file that came with a form; undefined if there was none. */
export function uploadOf(request: FastifyRequest): Buffer | undefined {
  return files.get(request)
}
