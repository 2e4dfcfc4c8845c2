import type { Generated } from 'kysely'

/** What whoever runs the server can do about applications and people. */
export type Act =
  | 'suspended'
  | 'resumed'
  | 'limited'
  | 'reissued'
  | 'handed over'
  | 'deleted'
  | 'sessions ended'
  | 'confirmation sent'
  | 'reset sent'

export interface DeskTables {
  /** The record of such acts: never changed, and kept when what it was about is gone. */
  desk_act: {
    act_id: Generated<number>
    acted_at: Generated<Date>
    act: Act
    /** Null: the command line. */
    by_person_id: number | null
    why: string
    client_id: string | null
    application_name: string | null
    about_person_id: number | null
    /** What people are told of it beside the reason, by name. */
    details: Generated<Record<string, string>>
  }
}
