import { afterAll, beforeAll, expect, test } from 'vitest'
import { developersOf } from '#oauth/developers.ts'
import { type PeopleServer, password, startPeopleServer } from '#testing/people-server.ts'
import { WebBrowser } from '#testing/web-browser.ts'

/** Anna owns Garden robot; Ben is new to the server and is asked to help. */
let server: PeopleServer
let anna: WebBrowser
let ben: WebBrowser
const path = () => `/applications/${server.clientId}`
const email = 'ben@example.com'
beforeAll(async () => {
  server = await startPeopleServer()
  anna = await server.annasBrowser()
  ben = new WebBrowser(server.url)
})
afterAll(() => server.close())

const newestMail = (recipient: string) =>
  server.store.database
    .selectFrom('outbox_mail')
    .select(['subject', 'text'])
    .where('recipient', '=', recipient)
    .orderBy('mail_id', 'desc')
    .executeTakeFirstOrThrow()
const linkIn = (text: string) => /http:\/\/localhost:\d+(\/\S+)/.exec(text.slice(text.indexOf(':\n')))?.[1] ?? ''
const roles = async () =>
  (await developersOf(server.store.database, server.clientId)).map((one) => `${one.firstName} ${one.role}`)
const invite = async (form: Record<string, string>) => {
  await anna.open(`${path()}/people`)
  return anna.submit({ role: 'developer', ...form }, `${path()}/people/invitation`)
}

test('somebody who is new registers on the way, and comes back to the invitation', async () => {
  expect((await invite({ email: 'ben' })).status).toBe(400)
  expect((await invite({ email: server.anna.email })).text).toContain('looks after it already')
  expect((await invite({ email })).text).toContain(`Take back the invitation of ${email}`)
  const invitation = linkIn((await newestMail(email)).text)
  expect(invitation).toMatch(/^\/application-invitation\/lnk_/)

  const first = await ben.open(invitation)
  const register = /href="(\/register\?[^"]+)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect((await ben.open(register)).text).toContain(`value="${email}"`)
  await ben.submit({ account: 'Pond care', first_name: 'Ben', email, password }, '/register')
  await ben.open(linkIn((await newestMail(email)).text))
  const back = await ben.submit({}, '/confirm')
  expect(back.url.pathname).toBe(invitation)
  const application = await ben.submit({}, invitation)
  expect([application.status, application.url.pathname]).toEqual([200, path()])
  expect(await roles()).toEqual(['Anna owner', 'Ben developer'])
  expect((await newestMail(server.anna.email)).subject).toBe('Garden robot: Ben has joined')
  expect((await ben.open(invitation)).status).toBe(404)
})

test('a link is for the address that was invited, and for nobody else who holds it', async () => {
  await invite({ email: 'carl@example.com' })
  const link = linkIn((await newestMail('carl@example.com')).text)
  expect((await ben.open(link)).text).toContain('The invitation is for carl@example.com')
  const token = /name="form_token" value="([^"]+)"/.exec(ben.page?.text ?? '')?.[1] ?? ''
  await ben.open(link, { form_token: token })
  expect(await roles()).toEqual(['Anna owner', 'Ben developer'])
  await anna.open(`${path()}/people`)
  await anna.submit({}, `${path()}/people/withdrawal`)
  expect((await ben.open(link)).status).toBe(404)
})

test('a developer sees it and works on it, but neither invites, removes nor deletes', async () => {
  expect((await ben.open(path())).status).toBe(200)
  expect((await ben.open(`${path()}/credentials`)).status).toBe(200)
  const token = /name="form_token" value="([^"]+)"/.exec((await ben.open(`${path()}/people`)).text)?.[1] ?? ''
  const annas = String(server.anna.personId)
  for (const [to, form] of [
    ['people/invitation', { email: 'dan@example.com' }],
    ['people/removal', { person: annas }],
    ['people/role', { person: annas, role: 'developer' }],
    ['deletion', { name: 'Garden robot' }],
  ] as const)
    expect((await ben.open(`${path()}/${to}`, { form_token: token, ...form })).status, to).toBe(403)
  expect(await roles()).toEqual(['Anna owner', 'Ben developer'])
})

test('the last owner can neither leave nor step back', async () => {
  await anna.open(`${path()}/people`)
  const token = /name="form_token" value="([^"]+)"/.exec(anna.page?.text ?? '')?.[1] ?? ''
  const left = await anna.open(`${path()}/people/leave`, { form_token: token })
  expect([left.status, left.text.includes('You are its last owner')]).toEqual([400, true])
  const form = { form_token: token, person: String(server.anna.personId), role: 'developer' }
  expect((await anna.open(`${path()}/people/role`, form)).text).toContain('An application needs an owner')
})

test('ownership is handed over; who stepped back may leave, and all are told', async () => {
  const bens = (await developersOf(server.store.database, server.clientId))[1]?.personId ?? 0
  await anna.open(`${path()}/people`)
  const token = /name="form_token" value="([^"]+)"/.exec(anna.page?.text ?? '')?.[1] ?? ''
  const form = { form_token: token, person: String(bens), role: 'owner', step_back: '1' }
  await anna.open(`${path()}/people/role`, form)
  expect(await roles()).toEqual(['Ben owner', 'Anna developer'])
  await anna.open(`${path()}/people/leave`, { form_token: token })
  expect(await roles()).toEqual(['Ben owner'])
  expect((await newestMail(email)).subject).toBe('Garden robot: Anna Ash has left')
})

test('an admin of the account may still remove who is left of the others, and each act is in the audit log', async () => {
  await ben.open(`${path()}/people`)
  await ben.submit({ email: server.anna.email, role: 'owner' }, `${path()}/people/invitation`)
  await anna.open(linkIn((await newestMail(server.anna.email)).text))
  await anna.submit({}, anna.page?.url.pathname)
  await anna.open(`${path()}/people`)
  await anna.submit({}, `${path()}/people/removal`)
  expect(await roles()).toEqual(['Anna owner'])
  expect((await newestMail(email)).subject).toBe('Garden robot: Ben was removed')
  expect((await ben.open(path())).status).toBe(404)
  const { rows } = await server.store.pool.query(
    `select details->>'Change' as change from audit_record where object_type = 'Oauth2Client' and object_id = $1 order by event_id`,
    [server.clientId],
  )
  const steps = ['Developer made owner', 'Owner made developer', 'Developer left', 'Owner added', 'Developer removed']
  expect(rows.map(({ change }) => change)).toEqual(['Registered', 'Developer added', ...steps])
})
