import type { Generated } from 'kysely'

export interface ConsoleTables {
  /** A browser in which a person is signed in. */
  session: {
    session_hash: Buffer
    person_id: number
    created_at: Generated<Date>
    last_seen_at: Generated<Date>
    expires_at: Date
    user_agent: Generated<string>
    address: Generated<string>
  }
  /** A link sent by mail that works once. */
  one_time_link: {
    token_hash: Buffer
    purpose: 'confirm' | 'reset' | 'invitation'
    person_id: number
    account_id: number | null
    invitation_id: number | null
    expires_at: Date
    used_at: Date | null
    created_at: Generated<Date>
  }
  /** Mail of a server without SMTP settings. */
  outbox_mail: {
    mail_id: Generated<number>
    recipient: string
    subject: string
    text: string
    html: string
    /** Beside subject and recipient, as List-Unsubscribe. */
    headers: Generated<Record<string, string>>
    created_at: Generated<Date>
  }
}
