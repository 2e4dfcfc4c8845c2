import type { Caller } from '#access/caller.ts'
import { invalidParameter, notFound } from '#contract/errors.ts'
import { sql } from '#database/sql.ts'
import { idAsSent } from '#ids/foreign.ts'
import { assetRows } from '../assets/queries.ts'
import { resolvePeople } from '../contacts/resolve.ts'
import { requirePlaceholders } from '../placeholders/access.ts'
import type { Booked } from './effort.ts'

const nobody: Booked = { person_id: null, asset_id: null, placeholder_id: null }

/**
 * Whom a request books, or undefined if it names nobody.
 *
 * @throws {Refused} `invalid_parameter` for two, `resource_not_found` for one who isn't there.
 */
export async function readBooked(
  caller: Caller,
  input: { responsibleId?: number | undefined; responsiblePlaceholderId?: number | undefined },
): Promise<Booked | undefined> {
  const { responsibleId, responsiblePlaceholderId } = input
  if (responsibleId !== undefined && responsiblePlaceholderId !== undefined)
    throw invalidParameter("Send only one of 'responsibleId' and 'responsiblePlaceholderId'")
  if (responsiblePlaceholderId !== undefined) {
    const [placeholder_id] = (await requirePlaceholders(caller, [responsiblePlaceholderId])) as [number]
    return { ...nobody, placeholder_id }
  }
  if (responsibleId === undefined) return undefined
  const [asset] = await assetRows(caller, [sql<boolean>`asset_id = ${responsibleId}`])
  if (asset?.deleted_at) throw notFound('Contact', idAsSent(caller.accountId, 'Asset', responsibleId))
  if (asset) return { ...nobody, asset_id: asset.asset_id }
  const [person_id] = (await resolvePeople(caller, [{ contact: responsibleId }])) as [number]
  return { ...nobody, person_id }
}
