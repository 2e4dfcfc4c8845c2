import type { FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import { html } from '#design/html.ts'
import { type Page, renderPage } from '#design/page.ts'
import { type Application, findApplication } from './applications.ts'

/** What a person is told whose application is suspended. The browser is not sent back to it. */
export function suspendedPage({ name, suspendedBecause }: Pick<Application, 'name' | 'suspendedBecause'>): Page {
  return {
    title: `${name} is suspended`,
    status: 403,
    body: html`<div class="card"><h1>${name} is suspended</h1>
<p>Whoever runs this server has suspended it. It gets no access now, and what was allowed before rests.</p>
<p class="notice">${suspendedBecause}</p>
<p>Ask the people who make it; they were told by mail what to do.</p></div>`,
  }
}

/** The answer to an authorization request of a suspended application; undefined if it is none. JSON for programs. */
export async function suspendedAnswer(
  database: Kysely<Database>,
  request: FastifyRequest,
): Promise<{ headers: Record<string, string>; body: string } | undefined> {
  const { client_id: clientId } = request.query as Record<string, unknown>
  const application = typeof clientId === 'string' ? await findApplication(database, clientId) : undefined
  if (!application || application.suspendedBecause === null) return undefined
  const wantsPage = /text\/html|\*\/\*/.test(request.headers.accept ?? '*/*')
  const description = `The application is suspended by whoever runs this server: ${application.suspendedBecause}`
  return {
    headers: {
      'cache-control': 'no-store',
      'content-type': wantsPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
    },
    body: wantsPage
      ? renderPage(suspendedPage(application), undefined)
      : JSON.stringify({ error: 'unauthorized_client', error_description: description }),
  }
}
