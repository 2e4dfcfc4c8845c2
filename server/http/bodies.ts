import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from '#contract/errors.ts'
import { isFile, textOf } from './file-body.ts'
import { formBody, jsonBody } from './raw-parameters.ts'

/** Bodies of the API: a JSON object or a form; read as parameters. */
export function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, async (_request: FastifyRequest, text: string) =>
    jsonBody(text),
  )
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: FastifyRequest, text: string) => formBody(text),
  )
  app.addContentTypeParser('*', { parseAs: 'string' }, async (_request: FastifyRequest, text: string) => {
    if (text !== '')
      throw new Refused(
        'invalid_request',
        'Unsupported content type: send application/json or application/x-www-form-urlencoded',
      )
    return undefined
  })
}

/** Files are not read; what is no file is read as parameters, as everywhere. */
export function leaveFiles(app: FastifyInstance): void {
  const types = { 'application/json': jsonBody, 'application/x-www-form-urlencoded': formBody }
  app.removeAllContentTypeParsers()
  for (const [type, read] of Object.entries(types))
    app.addContentTypeParser(type, async (request: FastifyRequest) =>
      isFile(request) ? undefined : read(await textOf(request)),
    )
  app.addContentTypeParser('*', async () => undefined)
}
