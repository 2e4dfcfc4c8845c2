import type { Handler } from '#contract/handler.ts'
import { sql } from '#database/sql.ts'
import { metadataCondition } from '../account/metadata.ts'
import { customFieldConditions } from '../custom-fields/filters.ts'
import type * as contract from './contract.ts'
import { presentGroupContact, presentPerson } from './presenter.ts'
import { groupRows, personRows } from './queries.ts'

/** Lists users and groups of the account, people first. */
export const queryContacts: Handler<typeof contract.queryContacts> = async ({ caller, input, fields }) => {
  const name = input.name === undefined ? undefined : `%${input.name.replace(/[\\%_]/g, '\\$&')}%`
  const wantsPeople = !input.types || input.types.includes('Person')
  const ofPeople = [
    ...(input.me ? [sql<boolean>`u.person_id = ${caller.personId}`] : []),
    sql<boolean>`(u.state = 'removed') = ${input.deleted ?? false}`,
    ...(input.active === undefined ? [] : [sql<boolean>`(u.state = 'active') = ${input.active}`]),
    ...(input.emails ? [sql<boolean>`p.email = any(${input.emails.map((email) => email.toLowerCase())}::text[])`] : []),
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
  return {
    data: [
      ...people.map((row) => presentPerson(caller, row, fields)),
      ...groups.map((row) => presentGroupContact(caller, row, fields)),
    ],
  }
}
