import type { Caller } from '#access/caller.ts'
import type { Handler } from '#contract/handler.ts'
import type { Input } from '#contract/operation.ts'
import { sql } from '#database/sql.ts'
import { metadataCondition } from '../account/metadata.ts'
import { presentAssetContact } from '../assets/presenter.ts'
import { assetRows } from '../assets/queries.ts'
import { customFieldConditions } from '../custom-fields/filters.ts'
import type * as contract from './contract.ts'
import { presentGroupContact, presentPerson } from './presenter.ts'
import { groupRows, personRows } from './queries.ts'

/** Lists users and groups of the account, people first, then groups and equipment. */
export const queryContacts: Handler<typeof contract.queryContacts> = async ({ caller, input, fields }) => {
  const name = input.name === undefined ? undefined : `%${input.name.replace(/[\\%_]/g, '\\$&')}%`
  const wantsPeople = !input.types || input.types.includes('Person')
  const ofPeople = [
    ...(input.me ? [sql<boolean>`u.person_id = ${caller.personId}`] : []),
    sql<boolean>`(u.state = 'removed') = ${input.deleted ?? false}`,
    ...(input.active === undefined ? [] : [sql<boolean>`(u.state = 'active') = ${input.active}`]),
    ...(input.emails ? [hasAddress(caller, input.emails)] : []),
    ...(name === undefined ? [] : [sql<boolean>`concat_ws(' ', p.first_name, p.last_name) ilike ${name}`]),
    ...(input.metadata ? [metadataCondition(caller, input.metadata, 'u')] : []),
    ...(input.customFields ? await customFieldConditions(caller, input.customFields, 'u') : []),
  ]
  // What only people have leaves groups out.
  const onlyPeople = input.me || input.deleted || input.emails || input.customFields || input.active === false
  const wantsGroups = !onlyPeople && (!input.types || input.types.includes('Group'))
  const ofGroups = [
    ...(name === undefined ? [] : [sql<boolean>`g.title ilike ${name}`]),
    ...(input.metadata ? [metadataCondition(caller, input.metadata, 'g')] : []),
  ]
  const people = wantsPeople ? await personRows(caller, ofPeople) : []
  const groups = wantsGroups ? await groupRows(caller, ofGroups) : []
  const assets = wantsAssets(input) ? await assetRows(caller, assetConditions(input, name)) : []
  return {
    data: [
      ...people.map((row) => presentPerson(caller, row, fields)),
      ...groups.map((row) => presentGroupContact(caller, row, fields)),
      ...assets.map((row) => presentAssetContact(caller, row)),
    ],
  }
}

/** Collaborators don't know the addresses of others: they find none by them either. */
const hasAddress = (caller: Caller, emails: readonly string[]) => sql<boolean>`(
  p.email = any(${emails.map((email) => email.toLowerCase())}::text[])
  and ${caller.role === 'collaborator' ? sql`p.person_id = ${caller.personId}` : sql`true`})`

type ContactQuery = Input<typeof contract.queryContacts>

/** Equipment has neither an address, nor values, nor metadata of an application; it is active while it is there. */
const wantsAssets = (input: ContactQuery): boolean =>
  !(input.me || input.emails || input.customFields || input.metadata) && (!input.types || input.types.includes('Asset'))

const assetConditions = (input: ContactQuery, name: string | undefined) => [
  sql<boolean>`(deleted_at is not null) = ${input.deleted ?? false}`,
  ...(input.active === undefined ? [] : [sql<boolean>`(deleted_at is null) = ${input.active}`]),
  ...(name === undefined ? [] : [sql<boolean>`name ilike ${name}`]),
]
