import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccount } from '#resources/account/create-account.ts'
import { nameContact } from '#resources/contacts/person.ts'
import { type PeopleServer, password, startPeopleServer } from '#testing/people-server.ts'
import { cancelInvitationLinks, sendInvitation } from './invitations.ts'
import { hashPassword } from './passwords.ts'

let server: PeopleServer
beforeAll(async () => {
  server = await startPeopleServer()
})
afterAll(() => server.close())

/** An invitation as createInvitation writes it, its mail sent. */
async function invite(email: string, more: { role?: 'regular' | 'external'; subject?: string; message?: string } = {}) {
  const { role = 'regular', subject = null, message = null } = more
  const { accountId } = server.anna
  const key = await server.store.database.transaction().execute(async (transaction) => {
    const personId = await nameContact(transaction, { email })
    await transaction
      .insertInto('account_user')
      .values({ account_id: accountId, person_id: personId, role, state: 'invited' })
      .execute()
    const { invitation_id } = await transaction
      .insertInto('invitation')
      .values({
        account_id: accountId,
        person_id: personId,
        email,
        first_name: 'Cleo',
        last_name: null,
        role,
        inviter_id: server.anna.personId,
        subject,
        message,
        resolved_at: null,
      })
      .returning('invitation_id')
      .executeTakeFirstOrThrow()
    return { accountId, invitationId: invitation_id, personId }
  })
  await sendInvitation(server.services, key)
  return key
}

const newestMail = (email: string) =>
  server.store.database
    .selectFrom('outbox_mail')
    .selectAll()
    .where('recipient', '=', email)
    .orderBy('mail_id', 'desc')
    .executeTakeFirstOrThrow()
const linkIn = (text: string) => /http\S+\/invitation\/\S+/.exec(text)?.[0] ?? ''

const stateOf = async ({ accountId, invitationId, personId }: Awaited<ReturnType<typeof invite>>) => {
  const { database } = server.store
  const user = await database
    .selectFrom('account_user')
    .select('state')
    .where('account_id', '=', accountId)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  const invitation = await database
    .selectFrom('invitation')
    .select('status')
    .where('account_id', '=', accountId)
    .where('invitation_id', '=', invitationId)
    .executeTakeFirstOrThrow()
  const groups = await database
    .selectFrom('group_member')
    .select('group_id')
    .where('person_id', '=', personId)
    .execute()
  return { user: user.state, invitation: invitation.status, groups: groups.length }
}

test('a newcomer chooses a password and is a user of the account, in its default group', async () => {
  const key = await invite('cleo@example.com', { subject: 'Come and help', message: 'The pond needs you.' })
  const mail = await newestMail('cleo@example.com')
  expect(mail.subject).toBe('Come and help')
  expect(mail.text).toContain('The pond needs you.')
  const browser = server.browser()
  const page = await browser.open(linkIn(mail.text))
  expect(page.text).toContain('Join Acme')
  expect(page.text).toContain('value="Cleo"')
  expect((await browser.submit({ first_name: 'Cleo', password: 'short' })).status).toBe(400)
  const accepted = await browser.submit({ first_name: 'Cleo', last_name: 'Cane', password })
  expect(accepted.url.pathname).toBe('/profile')
  expect(accepted.text).toContain('Acme')
  expect(await stateOf(key)).toEqual({ user: 'active', invitation: 'Accepted', groups: 1 })
  expect((await server.browser().open(linkIn(mail.text))).status).toBe(404)
  const again = server.browser()
  await again.open('/sign-in')
  expect((await again.submit({ email: 'cleo@example.com', password })).url.pathname).toBe('/applications')
})

test('an external user joins without the default group', async () => {
  const key = await invite('extern@example.com', { role: 'external' })
  const browser = server.browser()
  await browser.open(linkIn((await newestMail('extern@example.com')).text))
  await browser.submit({ first_name: 'Ext', password })
  expect(await stateOf(key)).toEqual({ user: 'active', invitation: 'Accepted', groups: 0 })
})

test('who has a password keeps it, and the link alone signs nobody in', async () => {
  const eve = { email: 'eve@example.com', firstName: 'Eve', passwordHash: await hashPassword(password) }
  await createAccount(server.store.database, { name: 'Elsewhere', owner: { ...eve, emailConfirmed: true } })
  const key = await invite('eve@example.com')
  const browser = server.browser()
  const page = await browser.open(linkIn((await newestMail('eve@example.com')).text))
  expect(page.text).not.toContain('type="password"')
  expect((await browser.submit({})).url.pathname).toBe('/sign-in')
  expect(await stateOf(key)).toMatchObject({ user: 'active', invitation: 'Accepted' })
})

test('sent again, the older link is worthless; cancelled, all are', async () => {
  const key = await invite('fay@example.com')
  const first = linkIn((await newestMail('fay@example.com')).text)
  await sendInvitation(server.services, key)
  const second = linkIn((await newestMail('fay@example.com')).text)
  expect((await server.browser().open(first)).status).toBe(404)
  expect((await server.browser().open(second)).status).toBe(200)
  await cancelInvitationLinks(server.store.database, key)
  expect((await server.browser().open(second)).status).toBe(404)
})
