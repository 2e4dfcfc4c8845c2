import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '#http/services.ts'
import { noteError, noteOperation } from '#request-log/call.ts'
import type { Application } from './applications.ts'
import { authenticateClient } from './client-authentication.ts'
import { OauthFault } from './oauth-fault.ts'
import { type Parameters, parametersOf } from './request-parameters.ts'

interface Call {
  application: Application
  parameters: Parameters
  request: FastifyRequest
  reply: FastifyReply
}

/** Adds an endpoint that programs post to, after the application has shown who it is. Other verbs are refused. */
export type AddEndpoint = (path: string, answer: (call: Call) => Promise<unknown>) => void

/** Makes the function that adds such endpoints to an app. They answer in the form of RFC 6749, faults too. */
export function endpoints(app: FastifyInstance, services: Services): AddEndpoint {
  return (path, answer) => {
    app.route({
      method: ['GET', 'POST', 'PUT', 'DELETE'],
      url: path,
      errorHandler: (error, request, reply) => sendFault(reply, asFault(error, request)),
      handler: async (request, reply) => {
        if (request.method !== 'POST') throw new OauthFault('invalid_request', 'Send this by POST', { allow: 'POST' })
        const parameters = parametersOf(request)
        const { authorization } = request.headers
        // A wrong secret is in the log of the application too: its developer wants to know.
        const named = ({ clientId }: Application) =>
          services.requestLog.begin(request, reply, { clientId, accountId: null, personId: null, version: 'oauth2' })
        const client = { authorization, parameters, address: request.ip, named }
        const application = await authenticateClient(services.store.database, client)
        noteOperation(reply, path.slice('/oauth2/'.length))
        reply.headers(neverStored)
        return answer({ application, parameters, request, reply })
      },
    })
  }
}

const neverStored = { 'cache-control': 'no-store', pragma: 'no-cache' }

function asFault(error: unknown, request: FastifyRequest): OauthFault {
  if (error instanceof OauthFault) return error
  const status = (error as { statusCode?: number }).statusCode ?? 500
  if (status < 500) return new OauthFault('invalid_request', 'The body is not a form')
  request.log.error({ err: error }, 'OAuth endpoint failed')
  return new OauthFault('server_error', 'Something went wrong here; try again')
}

function sendFault(reply: FastifyReply, fault: OauthFault): FastifyReply {
  noteError(reply, fault.code)
  return reply
    .code(fault.status)
    .headers({ ...neverStored, ...fault.headers })
    .send({ error: fault.code, error_description: fault.message })
}
