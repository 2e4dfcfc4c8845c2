import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { forbidden, notFound } from '#contract/errors.ts'
import { sql } from '#database/sql.ts'
import { idAsSent } from '#ids/foreign.ts'
import { presentAssetContact } from '../assets/presenter.ts'
import { assetRows } from '../assets/queries.ts'
import type { Contact } from './contract.ts'
import { presentGroupContact, presentPerson } from './presenter.ts'
import { existingContacts, groupRows, personRows } from './queries.ts'

/**
 * The contacts with these numbers, in their order.
 *
 * @throws {Refused} for the first that does not exist (`resource_not_found`) or is hidden (`access_forbidden`); none is given then.
 */
export async function contactsByIds(
  caller: Caller,
  numbers: readonly number[],
  fields: ReadonlySet<string>,
): Promise<Static<typeof Contact>[]> {
  const people = await personRows(caller, [sql<boolean>`u.person_id = any(${numbers}::bigint[])`])
  const groups = await groupRows(caller, [sql<boolean>`g.group_id = any(${numbers}::bigint[])`])
  const assets = await assetRows(caller, [sql<boolean>`asset_id = any(${numbers}::bigint[])`])
  const byId = new Map<number, Static<typeof Contact>>([
    ...people.map((row) => [row.person_id, presentPerson(caller, row, fields)] as const),
    ...groups.map((row) => [row.group_id, presentGroupContact(caller, row, fields)] as const),
    ...assets.map((row) => [row.asset_id, presentAssetContact(caller, row)] as const),
  ])
  const missing = numbers.filter((number) => !byId.has(number))
  if (missing.length > 0) await refuseMissing(caller, missing)
  return numbers.map((number) => byId.get(number) as Static<typeof Contact>)
}

async function refuseMissing(caller: Caller, missing: readonly number[]): Promise<never> {
  const existing = await existingContacts(caller, missing)
  const text = (number: number) => idAsSent(caller.accountId, 'Contact', number)
  const unknown = missing.find((number) => !existing.has(number))
  if (unknown !== undefined) throw notFound('Contact', text(unknown))
  throw forbidden(`You have nothing in common with contact '${text(missing[0] as number)}'`)
}
