import type { FastifyRequest } from 'fastify'
import { accountsOf, type Caller, loadCaller } from '#access/caller.ts'
import { notAllowed, Refused } from '#contract/errors.ts'
import type { Scope } from '#contract/scopes.ts'
import { hashSecret } from '#oauth/secrets.ts'
import { findToken } from '#oauth/tokens.ts'
import type { Services } from './services.ts'

/** Who a credential stands for. */
export interface Authenticated {
  /** In the account of the token. */
  readonly caller: Caller
  /** In every account that the token holds for: all of its person for one that was given on v3's page, else the one. */
  everywhere(): Promise<readonly Caller[]>
  /** Requests a minute, where its application has a limit of its own; 0 is no limit. */
  readonly requestsPerMinute: number | null
  /** When the credential ends by itself; null if it does not. */
  readonly expiresAt: Date | null
}

/** Whose a token is, and of which application. */
export interface Holder {
  readonly accountId: number
  readonly personId: number
  readonly clientId: string | null
}

type Authenticate = (
  request: FastifyRequest,
  parameter: string | undefined,
  /** Told of the holder of a good token that is refused all the same: its application is suspended. */
  refused: (holder: Holder) => void,
) => Promise<Authenticated>

interface Known extends Authenticated {
  accounts: Set<number>
  untilMs: number
}

/** How long a checked token counts without a query. A revocation reaches every process sooner, by notification. */
const knownForMs = 30_000
const knownAtMost = 10_000

/**
 * Makes the function that turns the credential of a request into a caller.
 *
 * A token checked moments ago costs no query; `access_changed` (revocation, role, group, plan) drops what is known of
 * that account at once, in every process, and `application_changed` (suspension, limit) what is known of an application.
 */
export function authenticator(services: Services): Authenticate {
  const known = new Map<string, Known>()
  let changes = 0
  const { database, listen } = services.store
  const forget = (isConcerned: (entry: Known) => boolean) => {
    changes++
    for (const [token, entry] of known) if (isConcerned(entry)) known.delete(token)
  }
  listen('access_changed', (accountId) => forget(({ accounts }) => accountId === '' || accounts.has(Number(accountId))))
  listen('application_changed', (id) => forget(({ caller }) => id === '' || caller.clientId === id))

  return async (request, parameter, refused) => {
    const token = credential(request, parameter)
    const hash = hashSecret(token).toString('base64')
    const entry = known.get(hash)
    if (entry && entry.untilMs > Date.now()) return entry
    const changesBefore = changes
    const checked = await check(token, refused)
    if (!checked) throw unauthorized(services, 'Access token is unknown or invalid')
    // What changed while the token was read may be missing in what was read: it counts for this request alone.
    if (changes !== changesBefore) return checked
    if (known.size >= knownAtMost) known.delete(known.keys().next().value as string)
    known.set(hash, checked)
    return checked
  }

  async function check(token: string, refused: (holder: Holder) => void): Promise<Known | undefined> {
    const facts = await findToken(database, token)
    if (!facts) return undefined
    if (facts.suspendedBecause !== null) {
      refused(facts)
      throw suspended(facts.suspendedBecause)
    }
    const { personId, requestsPerMinute } = facts
    const rights = { scopes: facts.scopes as Scope[], clientId: facts.clientId ?? '' }
    const caller = await loadCaller(database, { ...rights, personId, accountId: facts.accountId })
    if (!caller) return undefined
    const accounts = new Set([facts.accountId])
    let all: Promise<readonly Caller[]> | undefined
    const load = async () => {
      for (const accountId of await accountsOf(database, personId)) accounts.add(accountId)
      const others = [...accounts].filter((accountId) => accountId !== facts.accountId)
      const loaded = await Promise.all(
        others.map((accountId) => loadCaller(database, { ...rights, personId, accountId })),
      )
      return [caller, ...loaded.filter((other) => other !== undefined)].sort((a, b) => a.accountId - b.accountId)
    }
    return {
      caller,
      everywhere: async () => {
        if (!facts.allAccounts) return [caller]
        // What failed once is not remembered.
        all ??= load().catch((error) => {
          all = undefined
          throw error
        })
        return all
      },
      requestsPerMinute,
      expiresAt: facts.expiresAt,
      accounts,
      untilMs: Math.min(Date.now() + knownForMs, facts.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY),
    }
  }

  function credential(request: FastifyRequest, parameter: string | undefined): string {
    const header = request.headers.authorization
    const bearer = header === undefined ? undefined : /^bearer +(\S+)$/i.exec(header)?.[1]
    if (header !== undefined && bearer === undefined) throw unauthorized(services, 'Authorization method unknown')
    if (bearer !== undefined && parameter !== undefined && bearer !== parameter) {
      throw new Refused('invalid_request', 'Two different access tokens: send one, better in the header')
    }
    const token = bearer ?? parameter
    if (!token) throw unauthorized(services, 'Authorization method unknown')
    return token
  }
}

/** Not 401, on which programs throw their tokens away: these work again when the application is resumed. */
function suspended(because: string): Refused {
  return notAllowed(`The application is suspended by whoever runs this server: ${because}`)
}

/** 401 that also tells where to get a token (RFC 9728). */
function unauthorized(services: Services, description: string): Refused {
  const metadata = `${services.settings.publicUrl}/.well-known/oauth-protected-resource`
  return new Refused('not_authorized', description, {
    headers: { 'www-authenticate': `Bearer resource_metadata="${metadata}"` },
  })
}
