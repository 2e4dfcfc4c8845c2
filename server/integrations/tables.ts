import type { Generated } from 'kysely'
import type { ListingAct, ListingState } from './listing/states.ts'

export interface IntegrationTables {
  /** Where an application stands on its way into the directory. Without a row it never set out. */
  application_listing: {
    client_id: string
    state: ListingState
    /** Rises with each step. */
    revision: Generated<number>
    /** Its name in addresses; null until it is listed for the first time. */
    slug: string | null
    submitted_at: Date | null
    listed_at: Date | null
  }
  /** What its people work on, and, while it is listed, what everybody reads. */
  application_listing_text: {
    client_id: string
    edition: 'working' | 'listed'
    /** The application's name when it was submitted: a later one has to be reviewed too. */
    name: string
    tagline: string
    description: string
    category: string
    website: string
    connect_url: string
    support: string
    privacy_url: string
    scopes: string[]
  }
  /** Who did what to a listing, and said what. */
  application_listing_step: {
    client_id: string
    step_id: Generated<number>
    act: ListingAct
    /** After the step. */
    state: ListingState
    person_id: number
    words: Generated<string>
    made_at: Generated<Date>
  }
  /** Who may try an application that is not listed yet. */
  application_tester: {
    client_id: string
    tester_id: Generated<number>
    email: string
    token_hash: Buffer | null
    /** Who accepted; perhaps under another address. */
    person_id: number | null
    invited_by: number
    invited_at: Generated<Date>
    accepted_at: Date | null
  }
  application_feedback: {
    client_id: string
    feedback_id: Generated<number>
    person_id: number
    text: string
    sent_at: Generated<Date>
  }
  /** Applications that an account's admins shut out. */
  application_block: { account_id: number; client_id: string; blocked_by: number; blocked_at: Generated<Date> }
}
