import type { Credential } from '../api/client.ts'
import { type Application, authorize, refresh, TokenError, type Tokens } from './oauth.ts'
import { readSavedTokens, saveTokens } from './token-file.ts'

/** A permanent token, for scripts without a browser. */
export function permanentToken(token: string): Credential {
  return { token: async () => token, renew: async () => false }
}

const secondsBeforeEnd = 60

/**
 * Tokens by OAuth: those of the last run if the refresh token still works, else a person is asked. Each new refresh token
 * is saved before its access token is used, since the one before it is dead.
 */
export async function oauthCredential(
  application: Application,
  file: string,
  show: (link: string) => void,
): Promise<Credential & { host: string }> {
  const place = `${application.server} ${application.clientId}`
  const keep = async (tokens: Tokens) => {
    await saveTokens(file, place, tokens.refresh_token)
    return { ...tokens, endsAt: Date.now() + (tokens.expires_in - secondsBeforeEnd) * 1000 }
  }
  const saved = await readSavedTokens(file, place)
  const again = saved === undefined ? undefined : await refresh(application, saved).catch(unlessConsentIsNeeded)
  let current = await keep(again ?? (await authorize(application, show)))
  const renew = async () => {
    current = await keep(await refresh(application, current.refresh_token))
    return true
  }
  return {
    host: current.host,
    async token() {
      if (Date.now() > current.endsAt) await renew()
      return current.access_token
    },
    renew,
  }
}

function unlessConsentIsNeeded(error: unknown): undefined {
  if (error instanceof TokenError && error.code === 'invalid_grant') return undefined
  throw error
}
