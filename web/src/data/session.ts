import { reach } from './connection.ts'

/** What the server tells the page at its start, in `<meta name="taskwright">`. */
interface PageFacts {
  /** Shows that a request for a token came from our own page. */
  formToken: string
  /** Who is signed in. */
  personId: string
  /** Those of the person, by name, with the number of their last change when the page was made. */
  accounts: { id: string; name: string; sequence: number }[]
}

interface GivenToken {
  token: string
  /** Milliseconds since 1970. */
  untilMs: number
}

const factsIn = (page: Document): PageFacts =>
  JSON.parse(page.querySelector<HTMLMetaElement>('meta[name=taskwright]')?.content ?? '{}')

let facts = factsIn(document)

/** The accounts of the person, and the one that this browser works in: the one it last chose, else the first. */
export const accounts = facts.accounts ?? []
const remembered = localStorage.getItem('account')
export const account = accounts.find(({ id }) => id === remembered) ?? accounts[0]

/** Whose data this page shows, and of which account: what is kept in the browser is kept for it alone. */
export const personId = facts.personId ?? ''
export const scope = `${personId}:${account?.id ?? ''}`

/** Works in another account from now on: everything is read anew. */
export function changeAccount(id: string): void {
  localStorage.setItem('account', id)
  location.assign('/work/')
}

let given: Promise<GivenToken> | undefined

/** A minute before its end a token is replaced, so that no call is sent with one that lapses under way. */
const earlierMs = 60_000

/**
 * The access token of this page: asked for with the session of the browser, kept in memory alone. Who is signed out is led
 * to the sign-in page, and back.
 *
 * @throws {Unreachable} where the server is not there to be asked.
 */
export async function accessToken(): Promise<string> {
  const known = await given
  if (known && known.untilMs - earlierMs > Date.now()) return known.token
  given = ask().catch((error) => {
    given = undefined
    throw error
  })
  return (await given).token
}

/** The server takes the token no more: the next call asks for another one. */
export function forgetToken(): void {
  given = undefined
}

async function ask(): Promise<GivenToken> {
  // A page that came out of the browser's own store has no such thing: it is not kept.
  let answer = facts.formToken ? await tokenFor(facts.formToken) : undefined
  if (!answer || answer.status === 403) {
    facts = await freshFacts()
    answer = await tokenFor(facts.formToken)
  }
  if (answer.status === 401) return signIn()
  if (!answer.ok) throw new Error(`The server gave no token (${answer.status})`)
  const { access_token, expires_in } = (await answer.json()) as { access_token: string; expires_in: number }
  return { token: access_token, untilMs: Date.now() + expires_in * 1000 }
}

const tokenFor = (formToken: string) =>
  reach('/work/token', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ form_token: formToken, account: account?.id ?? '' }),
  })

/** What the server tells the page now. */
async function freshFacts(): Promise<PageFacts> {
  const answer = await reach('/work/')
  if (answer.redirected) return signIn()
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = factsIn(page)
  if (fresh.personId === personId) return fresh
  // Somebody else has signed in at this browser: nothing is sent in their name.
  location.reload()
  return new Promise(() => {})
}

/** Leaves the page; what waits to be sent is kept in the browser. */
function signIn(): Promise<never> {
  location.assign(`/sign-in?${new URLSearchParams({ next: location.pathname + location.search })}`)
  return new Promise(() => {})
}
