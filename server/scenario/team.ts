import type { PeopleServer } from '#testing/people-server.ts'
import { password } from '#testing/people-server.ts'
import type { WebBrowser } from '#testing/web-browser.ts'
import { Member } from './member.ts'

/** Anna owns the account, Kim administers it; the others dig, and Lena, from outside, looks on. */
export const names = ['Ben', 'Cleo', 'Dina', 'Emil', 'Fay', 'Gus', 'Hana', 'Ivo', 'Jana', 'Kim', 'Lena'] as const
export type Name = 'Anna' | (typeof names)[number]
export type Team = Record<Name, Member>

export const emailOf = (name: Name) => `${name.toLowerCase()}@example.com`

const everyday = ['Default', 'amReadOnlyAccessRole']
const administrative = [
  'amReadWriteInvitation',
  'amReadWriteUser',
  'amReadWriteGroup',
  'amReadWriteWorkflow',
  'amReadOnlyAuditLog',
  'amReadWriteWorkSchedule',
  'dataExportFull',
]

/** Lets the program into a person's account: consent in the browser, and the code for a token. */
export async function memberOf(server: PeopleServer, browser: WebBrowser, name: Name): Promise<Member> {
  const scope = [...everyday, ...(['Anna', 'Kim'].includes(name) ? administrative : [])].join(',')
  const { clientId, clientSecret } = server
  const { url } = await server.consent(browser, { response_type: 'code', client_id: clientId, scope })
  const { body } = await server.post('/oauth2/token', {
    grant_type: 'authorization_code',
    client_id: clientId,
    client_secret: clientSecret,
    code: url.searchParams.get('code') ?? '',
  })
  const token = String(body.access_token)
  const answer = await fetch(`${server.url}/api/v4/contacts?me=true`, { headers: { authorization: `bearer ${token}` } })
  const { data } = (await answer.json()) as { data: { id: string; profiles: { accountId: string }[] }[] }
  const [me] = data
  if (!me) throw new Error(`${name} has no contact`)
  return new Member(server.url, token, { id: me.id, account: String(me.profiles[0]?.accountId) })
}

/** Somebody who was invited follows the link of the mail, chooses a password and lets the program in. */
export async function joined(server: PeopleServer, name: Name): Promise<Member> {
  const browser = server.browser()
  const outbox = await browser.open('/outbox')
  const mail = outbox.text.split('<article').find((article) => article.includes(`To ${emailOf(name)} `))
  const link = /href="([^"]*\/invitation\/[^"]*)"/.exec(mail ?? '')?.[1]
  if (!link) throw new Error(`no invitation for ${name}`)
  await browser.open(link)
  const page = await browser.submit({ first_name: name, last_name: 'Field', password })
  if (page.url.pathname !== '/profile') throw new Error(`${name} did not get in: ${page.text}`)
  return memberOf(server, browser, name)
}
