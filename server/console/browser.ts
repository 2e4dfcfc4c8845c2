import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Page, type Redirect, renderPage } from '#design/page.ts'
import type { Services } from '#http/services.ts'
import { fault } from './fault-page.ts'
import { readUploads } from './uploads.ts'
import { isOwnForm, openVisit, type PersonalVisit, type Visit } from './visit.ts'

type Answer = Page | Redirect | undefined

/** Adds pages to the server: reading, or sending a form; for everybody, or for people who are signed in. */
export interface Browser {
  read(path: string, answer: (visit: Visit) => Promise<Answer>): void
  send(path: string, answer: (visit: Visit) => Promise<Answer>): void
  readSignedIn(path: string, answer: (visit: PersonalVisit) => Promise<Answer>): void
  sendSignedIn(path: string, answer: (visit: PersonalVisit) => Promise<Answer>): void
  /** A form with a file, which is at most {@link largestUpload} bytes. */
  uploadSignedIn(path: string, answer: (visit: PersonalVisit) => Promise<Answer>): void
  /** Runs a step when the server begins to stop: answers that go on for as long as somebody looks end by it. */
  whenStopping(step: () => void): void
}

/** Makes an app speak to browsers: cookies, forms, and pages by {@link Browser}. */
export async function browser(app: FastifyInstance, services: Services): Promise<Browser> {
  await app.register(cookie)
  await app.register(formbody)
  app.setErrorHandler((error, request, reply) => {
    const status = (error as { statusCode?: number }).statusCode ?? 500
    if (status >= 500) request.log.error({ err: error }, 'a page failed')
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .send(renderPage(failure(status), undefined))
  })

  const add = (method: 'GET' | 'POST', path: string, answer: (visit: Visit) => Promise<Answer>, on = app) => {
    on.route({
      method,
      url: path,
      handler: async (request, reply) => {
        const visit = await openVisit(services, request, reply)
        const answered = method === 'POST' && !isOwnForm(visit) ? staleForm() : await answer(visit)
        return answered ? show(visit, reply, answered) : reply
      },
    })
  }
  const signedIn = (answer: (visit: PersonalVisit) => Promise<Answer>) => async (visit: Visit) =>
    visit.person ? answer(visit as PersonalVisit) : toSignIn(visit.request)

  return {
    read: (path, answer) => add('GET', path, answer),
    send: (path, answer) => add('POST', path, answer),
    readSignedIn: (path, answer) => add('GET', path, signedIn(answer)),
    sendSignedIn: (path, answer) => add('POST', path, signedIn(answer)),
    uploadSignedIn: (path, answer) => {
      // In a scope of its own: no other page takes a file.
      app.register(async (uploads) => {
        readUploads(uploads)
        add('POST', path, signedIn(answer), uploads)
      })
    },
    whenStopping: (step) =>
      void app.addHook('preClose', (done) => {
        step()
        done()
      }),
  }
}

function show({ person, formToken }: Visit, reply: FastifyReply, answer: Page | Redirect): FastifyReply {
  reply.header('cache-control', 'no-store')
  if ('redirect' in answer) return reply.redirect(answer.redirect, 303)
  const viewer = person && {
    name: `${person.firstName} ${person.lastName}`.trim(),
    email: person.email,
    runsServer: person.runsServer,
    formToken,
  }
  return reply
    .code(answer.status ?? 200)
    .headers(answer.headers ?? {})
    .type('text/html; charset=utf-8')
    .send(renderPage(answer, viewer))
}

function toSignIn(request: FastifyRequest): Redirect {
  const next = request.method === 'GET' ? request.url : '/'
  return { redirect: `/sign-in?${new URLSearchParams({ next })}` }
}

function failure(status: number): Page {
  if (status === 413)
    return fault('This file is too large', 'Go back and choose a smaller one. Nothing was changed.', 413)
  return status < 500
    ? fault('This can’t be read', 'The browser sent something that this page does not understand.')
    : fault('Something went wrong', 'It is not your fault. Try again; if it stays, tell whoever runs this server.')
}

function staleForm(): Page {
  return fault('This form is too old', 'Go back, load the page again and send it once more. Nothing was changed.', 403)
}
