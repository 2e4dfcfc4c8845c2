import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import type { UserRole } from '#access/roles.ts'
import { planHas } from '#contract/plans.ts'
import { avatarUrl, colorOf, initials } from '#http/avatars.ts'
import { encodeAccountId, encodeId } from '#ids/encode.ts'
import { presentMetadata } from '../account/metadata.ts'
import type { CustomFieldColumn, MetadataColumn } from '../account/tables.ts'
import { presentCustomFields } from '../custom-fields/values.ts'
import type { Contact, UserProfile } from './contract.ts'

interface Rate {
  rateSource: string
  rateValue?: number
}

/** A person as the account knows them. */
export interface PersonRow {
  person_id: number
  email: string
  first_name: string
  last_name: string
  time_zone: string
  locale: string
  title: string | null
  company_name: string | null
  phone: string | null
  location: string | null
  role: UserRole
  state: 'invited' | 'active' | 'inactive' | 'removed'
  metadata: MetadataColumn
  custom_fields: CustomFieldColumn
  job_role_id: number | null
  bill_rate: Rate | null
  cost_rate: Rate | null
  /** Assigned, or the default one. */
  work_schedule_id: number
}

export interface GroupContactRow {
  group_id: number
  title: string
  avatar_letters: string
  avatar_color: string
  is_default: boolean
  metadata: MetadataColumn
  members: number[]
}

/** Row → Contact of a person. Collaborators see others without what reaches them outside. */
export function presentPerson(caller: Caller, row: PersonRow, fields: ReadonlySet<string>): Static<typeof Contact> {
  const isMe = row.person_id === caller.personId
  const hasRates = planHas(caller.plan, 'billing')
  const reachable = isMe || caller.role !== 'collaborator'
  const values = fields.has('customFields') ? presentCustomFields(caller, row.custom_fields) : undefined
  return {
    id: encodeId('Contact', caller.accountId, row.person_id),
    firstName: row.first_name,
    lastName: row.last_name,
    type: 'Person',
    profiles: [presentProfile(caller, row, reachable)],
    avatarUrl: avatarUrl(colorOf(row.person_id), `${initials(row.first_name)}${initials(row.last_name)}`.toUpperCase()),
    timezone: row.time_zone,
    locale: row.locale,
    deleted: row.state === 'removed',
    ...(isMe ? { me: true } : {}),
    ...(fields.has('metadata') ? { metadata: presentMetadata(caller, row.metadata) } : {}),
    ...present('title', row.title),
    ...present('companyName', row.company_name),
    ...(reachable
      ? { ...present('phone', row.phone), ...present('location', row.location), primaryEmail: row.email }
      : {}),
    ...(fields.has('workScheduleId')
      ? { workScheduleId: encodeId('WorkSchedule', caller.accountId, row.work_schedule_id) }
      : {}),
    ...(hasRates && fields.has('currentBillRate') ? present('currentBillRate', row.bill_rate) : {}),
    ...(hasRates && fields.has('currentCostRate') ? present('currentCostRate', row.cost_rate) : {}),
    ...(fields.has('jobRoleId') && row.job_role_id !== null
      ? { jobRoleId: encodeId('JobRole', caller.accountId, row.job_role_id) }
      : {}),
    ...(values ? { customFields: values } : {}),
  }
}

/** Row → Contact of a group: its title stands for the first name. */
export function presentGroupContact(
  caller: Caller,
  row: GroupContactRow,
  fields: ReadonlySet<string>,
): Static<typeof Contact> {
  const profile = {
    accountId: encodeAccountId(caller.accountId),
    role: 'User',
    external: false,
    admin: false,
    owner: false,
    active: true,
  } as const
  return {
    id: encodeId('Contact', caller.accountId, row.group_id),
    firstName: row.title,
    lastName: '',
    type: 'Group',
    profiles: [profile],
    avatarUrl: avatarUrl(row.avatar_color, row.avatar_letters),
    timezone: 'Z',
    locale: 'en',
    deleted: false,
    memberIds: row.members.map((member) => encodeId('Contact', caller.accountId, member)),
    ...(fields.has('metadata') ? { metadata: presentMetadata(caller, row.metadata) } : {}),
    ...(row.is_default ? { myTeam: true } : {}),
  }
}

function presentProfile(caller: Caller, row: PersonRow, withEmail: boolean): Static<typeof UserProfile> {
  return {
    accountId: encodeAccountId(caller.accountId),
    ...(withEmail ? { email: row.email } : {}),
    role: row.role === 'collaborator' ? 'Collaborator' : 'User',
    external: row.role === 'external',
    admin: row.role === 'admin' || row.role === 'owner',
    owner: row.role === 'owner',
    active: row.state === 'active',
  }
}

const present = <N extends string, V>(name: N, value: V | null): { [K in N]?: V } =>
  value === null ? {} : ({ [name]: value } as { [K in N]?: V })
