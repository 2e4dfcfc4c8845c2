import type { Caller } from '#access/caller.ts'
import { permitAccount } from '#access/permit.ts'
import { forbidden, invalidParameter, notAllowed } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import type { Input } from '#contract/operation.ts'
import { features, planHas } from '#contract/plans.ts'
import { sql } from '#database/sql.ts'
import { change, changed, type EventRecord } from '#events/change.ts'
import type { Rows } from '#events/rows.ts'
import { applyMetadata } from '../account/metadata.ts'
import { applyCustomFields } from '../custom-fields/values.ts'
import { followJobRole, setRates } from '../hourly-rates/set-rates.ts'
import { rateSourceOf } from '../hourly-rates/subject.ts'
import { requireJobRole } from '../job-roles/access.ts'
import { contactsByIds } from './access.ts'
import type * as contract from './contract.ts'
import { groupRows, personRows } from './queries.ts'

type ContactInput = Input<typeof contract.modifyContact>

/**
 * Changes the caller's own contact. Account admins may name a group, whose metadata they change, or another user, whose job
 * role and rates they change. Rates are theirs alone, of the own contact too.
 *
 * @throws {Refused} `access_forbidden` for anybody else, `resource_not_found` for an unknown job role, `not_allowed` for rates
 * unless one is an admin, and on a plan without billing.
 */
export const modifyContact: Handler<typeof contract.modifyContact> = async ({ caller, input, fields }) => {
  const { contactId } = input
  const [contact] = await contactsByIds(caller, [contactId], new Set())
  requireChangeable(caller, input, contact?.type ?? 'Person')
  if (contactId < 0) requireGroupParts(caller, input)
  await requireJobRole(caller, input.jobRoleId)
  if (hasRates(input)) {
    if (!planHas(caller.plan, 'billing'))
      throw notAllowed(`${features.billing.says}: not part of the plan ${caller.plan}`)
    permitAccount(caller, 'manageRates')
  }
  const wishes = new Set([...fields, 'metadata'])

  return change(caller, async (rows, inside) => {
    const events = contactId < 0 ? await changeGroup(rows, inside, input) : await changePerson(rows, inside, input)
    const answer = await contactsByIds(inside, [contactId], wishes)
    const after = { changed: changedParts(input) }
    const told = { type: 'ContactChanged', entityType: 'contact', entityId: contactId, after } as const
    return changed({ data: answer }, told, ...events)
  })
}

/** What the audit log tells of the change. */
function changedParts(input: ContactInput): string[] {
  const { metadata, customFields, jobRoleId } = input
  const parts = { metadata, customFields, jobRole: jobRoleId, rates: hasRates(input) || undefined }
  return Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [] : [name]))
}

const hasRates = (input: ContactInput) => input.currentBillRate !== undefined || input.currentCostRate !== undefined

function requireChangeable(caller: Caller, input: ContactInput, type: string): void {
  if (input.contactId < 0 || input.contactId === caller.personId) return
  const isAdmin = caller.role === 'owner' || caller.role === 'admin'
  const isOthers = input.metadata !== undefined || input.customFields !== undefined
  const isTheirs = input.jobRoleId !== undefined || hasRates(input)
  if (type !== 'Person' || !isAdmin || isOthers || !isTheirs)
    throw forbidden('Only the own contact can be changed; of others, admins change the job role and the rates')
}

/** Groups have neither job role, rates nor values. */
function requireGroupParts(caller: Caller, input: ContactInput): void {
  permitAccount(caller, 'manageGroups')
  if (input.customFields !== undefined || input.jobRoleId !== undefined || hasRates(input))
    throw invalidParameter('Of a group only the metadata can be changed')
}

async function changeGroup(rows: Rows, inside: Caller, input: ContactInput): Promise<EventRecord[]> {
  const may = permitAccount(inside, 'manageGroups')
  const [before] = await groupRows(inside, [sql<boolean>`g.group_id = ${input.contactId}`])
  const metadata = applyMetadata(inside, before?.metadata ?? {}, input.metadata)
  await rows.update('user_group', may, { group_id: input.contactId }, { metadata })
  return []
}

async function changePerson(rows: Rows, inside: Caller, input: ContactInput): Promise<EventRecord[]> {
  const { contactId, jobRoleId, currentBillRate, currentCostRate } = input
  const may = contactId === inside.personId ? permitAccount(inside, 'editSelf') : permitAccount(inside, 'manageUsers')
  const [before] = await personRows(inside, [sql<boolean>`u.person_id = ${contactId}`])
  await rows.update(
    'account_user',
    may,
    { person_id: contactId },
    {
      metadata: applyMetadata(inside, before?.metadata ?? {}, input.metadata),
      custom_fields: await applyCustomFields(inside, before?.custom_fields ?? {}, input.customFields),
      ...(jobRoleId === undefined ? {} : { job_role_id: jobRoleId }),
    },
  )
  const subject = { type: 'User' as const, id: contactId }
  const events =
    jobRoleId === undefined || jobRoleId === before?.job_role_id ? [] : await followJobRole(rows, inside, may, subject)
  if (!hasRates(input)) return events
  const given = [
    ['Bill', currentBillRate],
    ['Cost', currentCostRate],
  ] as const
  const rates = given.flatMap(([rateType, rate]) =>
    rate ? [{ subject, rateType, source: rateSourceOf(subject, rate.rateSource), value: rate.rateValue }] : [],
  )
  const set = await setRates(rows, inside, permitAccount(inside, 'manageRates'), rates, { folderId: null })
  return [...events, ...set]
}
