import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { Services } from '#http/services.ts'
import { newSecret } from '#oauth/secrets.ts'
import { findSession, type SignedIn, sessionDays } from './sessions.ts'
import { uploadOf } from './uploads.ts'

/** One request of a browser, as the pages see it. */
export interface Visit {
  services: Services
  database: Kysely<Database>
  person: SignedIn | undefined
  /** Goes into every form, so that no other site can send it. */
  formToken: string
  params: Record<string, string>
  query: Record<string, string>
  form: Record<string, string>
  /** Fields that a form has several times, as checkboxes. */
  formList(name: string): string[]
  /** The file of the form, if it has one and somebody chose one. */
  upload: Buffer | undefined
  path: string
  address: string
  request: FastifyRequest
  reply: FastifyReply
}

/** A visit of somebody who is signed in. */
export type PersonalVisit = Visit & { person: SignedIn }

/** Reads who visits, and gives a new browser the cookie that its forms are bound to. */
export async function openVisit(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
  const { database } = services.store
  const sessionToken = request.cookies[cookieName(services, 'session')]
  const person = sessionToken ? await findSession(database, sessionToken) : undefined
  const form = (request.body ?? {}) as Record<string, string | string[]>
  const binding = person && sessionToken ? sessionToken : visitorToken(services, request, reply)
  return {
    services,
    database,
    person,
    formToken: signToken(services, binding),
    params: singles(request.params as Record<string, string>),
    query: singles(request.query as Record<string, string | string[]>),
    form: singles(form),
    formList: (name) => [form[name] ?? []].flat().map(storable),
    upload: uploadOf(request),
    path: request.url,
    address: request.ip,
    request,
    reply,
  }
}

/** Tells whether the form of a visit came from a page that we gave this very browser. */
export function isOwnForm({ form, formToken }: Visit): boolean {
  const sent = Buffer.from(form.form_token ?? '')
  const expected = Buffer.from(formToken)
  return sent.length === expected.length && timingSafeEqual(sent, expected)
}

/** Gives the browser its session, or takes it away. */
export function setSessionCookie({ services, reply }: Visit, token: string | undefined): void {
  const name = cookieName(services, 'session')
  if (token === undefined) reply.clearCookie(name, cookieOptions(services))
  else reply.setCookie(name, token, { ...cookieOptions(services), maxAge: sessionDays * 86_400 })
}

function visitorToken(services: Services, request: FastifyRequest, reply: FastifyReply): string {
  const name = cookieName(services, 'visitor')
  const known = request.cookies[name]
  if (known) return known
  const token = newSecret('vis')
  reply.setCookie(name, token, cookieOptions(services))
  return token
}

/** With https the browser lets no other host or path set a cookie of this name. */
function cookieName({ settings }: Services, name: string): string {
  return settings.publicUrl.startsWith('https:') ? `__Host-tw_${name}` : `tw_${name}`
}

function cookieOptions({ settings }: Services) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: settings.publicUrl.startsWith('https:') } as const
}

function signToken({ secret }: Services, binding: string): string {
  return createHmac('sha256', secret).update(`form:${binding}`).digest('base64url')
}

function singles(given: Record<string, string | string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, storable([value].flat()[0] ?? '')]))
}

/** PostgreSQL keeps no NUL in a text; nobody means one. */
function storable(text: string): string {
  return text.replaceAll('\0', '')
}
