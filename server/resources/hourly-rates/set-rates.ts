import type { Caller } from '#access/caller.ts'
import { invalidParameter, required } from '#contract/errors.ts'
import { sql } from '#database/sql.ts'
import type { EventRecord } from '#events/change.ts'
import type { Rows, WritePermit } from '#events/rows.ts'
import { ratesChanged } from './events.ts'
import { currentRates, jobRolesOf, rateKey } from './queries.ts'
import type { Subject } from './subject.ts'
import type { RateType, SubjectType } from './tables.ts'

/** A rate to set. */
export interface NewRate {
  subject: Subject
  rateType: RateType
  source: SubjectType
  value?: number | undefined
}

/**
 * Sets rates; what they replace becomes history.
 *
 * @param place the project they hold in, or null for the account; `forAllWork` lets them count for work of any day.
 * @throws {Refused} `invalid_parameter` for the same rate twice, and for the source job role of somebody without one.
 */
export async function setRates(
  rows: Rows,
  inside: Caller,
  may: WritePermit<'hourly_rate'>,
  rates: readonly NewRate[],
  place: { folderId: number | null; forAllWork?: boolean },
): Promise<EventRecord[]> {
  const { folderId } = place
  const keys = rates.map((rate) => rateKey(rate.subject, rate.rateType))
  if (new Set(keys).size < keys.length) throw invalidParameter('The same rate is to be set twice in one call')
  const subjects = rates.map((rate) => rate.subject)
  const current = await currentRates(inside, subjects, folderId)
  const jobRoles = await jobRolesOf(inside, subjects)
  const touched = new Map<string, Subject>()
  for (const { subject, rateType, source, value } of rates) {
    const fromRole = source === 'JobRole' && subject.type !== 'JobRole'
    const jobRoleId = fromRole ? jobRoles.get(`${subject.type} ${subject.id}`) : undefined
    if (fromRole && jobRoleId === undefined)
      throw invalidParameter('A rate cannot come from the job role of somebody who has none')
    if (!fromRole && value === undefined) throw required('rateValue')
    const wanted = { source, value: fromRole ? null : (value as number), job_role_id: jobRoleId ?? null }
    const was = current.get(rateKey(subject, rateType))
    const isSame = was?.source === source && was.value === wanted.value && was.job_role_id === wanted.job_role_id
    if (isSame && !place.forAllWork) continue
    if (was) await rows.update('hourly_rate', may, { hourly_rate_id: was.hourly_rate_id }, { ended_at: now })
    await rows.insert('hourly_rate', may, {
      subject_type: subject.type,
      subject_id: subject.id,
      folder_id: folderId,
      rate_type: rateType,
      ...wanted,
      ...(place.forAllWork ? { applies_from: new Date(0) } : {}),
    })
    touched.set(`${subject.type} ${subject.id}`, subject)
  }
  return [...touched.values()].map((subject) => ratesChanged(subject, folderId))
}

const now = sql`now()` as never

/** Rates in the account follow a new job role, unless they are somebody's own. */
export async function followJobRole(
  rows: Rows,
  inside: Caller,
  may: WritePermit<'hourly_rate'>,
  subject: Subject,
): Promise<EventRecord[]> {
  const current = await currentRates(inside, [subject], null)
  const jobRoleId = (await jobRolesOf(inside, [subject])).get(`${subject.type} ${subject.id}`)
  const following = (['Bill', 'Cost'] as const).filter((rateType) => {
    const was = current.get(rateKey(subject, rateType))
    return was === undefined || was.source === 'JobRole'
  })
  if (jobRoleId !== undefined) {
    const rates = following.map((rateType) => ({ subject, rateType, source: 'JobRole' as const }))
    return setRates(rows, inside, may, rates, { folderId: null })
  }
  const over = following.flatMap((rateType) => current.get(rateKey(subject, rateType))?.hourly_rate_id ?? [])
  if (over.length === 0) return []
  await rows.update('hourly_rate', may, { hourly_rate_id: over }, { ended_at: now })
  return [ratesChanged(subject, null)]
}
