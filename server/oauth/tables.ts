import type { Generated } from 'kysely'

export interface OauthTables {
  /** A program that works with people's accounts. A secret that was replaced stays valid until `previous_secret_expires_at`. */
  application: {
    client_id: string
    name: string
    /** Who registered it, and was its first owner. Who looks after it now: `application_person`. Null for the server's own. */
    owner_person_id: number | null
    account_id: number | null
    secret_hash: Buffer | null
    previous_secret_hash: Buffer | null
    previous_secret_expires_at: Date | null
    is_public: Generated<boolean>
    is_trusted: Generated<boolean>
    created_at: Generated<Date>
    /** Null for the server's own limit, 0 for none. */
    requests_per_minute: number | null
    suspended_at: Date | null
    suspended_because: string | null
    /** To ten minutes. */
    last_used_at: Date | null
    description: Generated<string>
    website: Generated<string>
    support: Generated<string>
    /** What it may ask for; null is every scope. */
    allowed_scopes: string[] | null
  }
  /** Who looks after an application. */
  application_person: {
    client_id: string
    person_id: number
    role: 'owner' | 'developer'
    added_at: Generated<Date>
    /** Null for whoever registered it. */
    added_by: number | null
  }
  /** An address that was asked to help with an application. */
  application_invitation: {
    client_id: string
    email: string
    token_hash: Buffer
    role: 'owner' | 'developer'
    invited_by: number
    created_at: Generated<Date>
    expires_at: Date
  }
  /** PNG, square. */
  application_logo: { client_id: string; version: string; image: Buffer }
  application_redirect_uri: { client_id: string; position: number; redirect_uri: string }
  /** What the authorization server keeps between requests: codes, refresh tokens, device codes, interactions. */
  oauth_payload: {
    model: string
    id_hash: Buffer
    payload: unknown
    grant_id: string | null
    user_code: string | null
    uid: string | null
    consumed_at: Date | null
    expires_at: Date | null
  }
  /** One consent of a person. Its tokens are its family and end with it. */
  oauth_grant: {
    grant_id: string
    client_id: string
    person_id: number
    account_id: number
    all_accounts: boolean
    scopes: string[]
    /** The one that the authorization request named; null if it left it to the registration. */
    redirect_uri: string | null
    separator: Generated<',' | ' '>
    created_at: Generated<Date>
    revoked_at: Date | null
    /** To ten minutes. */
    last_used_at: Date | null
  }
  access_token: {
    token_hash: Buffer
    kind: 'access' | 'permanent'
    person_id: number
    account_id: number
    all_accounts: Generated<boolean>
    client_id: string | null
    scopes: string[]
    name: Generated<string>
    grant_id: string | null
    /** The browser session that it ends with, for a token of the API reference. */
    session_hash: Generated<Buffer | null>
    expires_at: Date | null
    last_used_at: Date | null
    created_at: Generated<Date>
  }
}
