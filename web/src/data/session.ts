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

const facts = JSON.parse(document.querySelector<HTMLMetaElement>('meta[name=taskwright]')?.content ?? '{}') as PageFacts

/** The accounts of the person, and the one that this browser works in: the one it last chose, else the first. */
export const accounts = facts.accounts ?? []
const remembered = localStorage.getItem('account')
export const account = accounts.find(({ id }) => id === remembered) ?? accounts[0]

/** Whose data this page shows, and of which account: what is kept in the browser is kept for it alone. */
export const scope = `${facts.personId ?? ''}:${account?.id ?? ''}`

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

async function ask(): Promise<GivenToken> {
  const answer = await fetch('/work/token', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ form_token: facts.formToken, account: account?.id ?? '' }),
  })
  if (answer.status === 401) {
    location.assign(`/sign-in?${new URLSearchParams({ next: location.pathname + location.search })}`)
    return new Promise(() => {})
  }
  if (!answer.ok) throw new Error(`The server gave no token (${answer.status})`)
  const { access_token, expires_in } = (await answer.json()) as { access_token: string; expires_in: number }
  return { token: access_token, untilMs: Date.now() + expires_in * 1000 }
}
