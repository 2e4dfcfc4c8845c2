import type { Generated } from 'kysely'

export interface InvitationTables {
  invitation: {
    account_id: number
    invitation_id: Generated<number>
    person_id: number
    email: string
    first_name: string | null
    last_name: string | null
    role: 'admin' | 'regular' | 'external' | 'collaborator'
    status: Generated<'Pending' | 'Accepted' | 'Declined' | 'Cancelled'>
    inviter_id: number
    subject: string | null
    message: string | null
    invited_at: Generated<Date>
    resolved_at: Date | null
  }
}
