import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { Act } from './tables.ts'

/** Who acts for the server, and why; no person is the command line. */
export interface Because {
  why: string
  byPersonId: number | null
}

/** What an act was about: an application, or a person. */
export type Subject = { clientId: string; name: string } | { personId: number }

/** Writes an act down, in the transaction that does it. */
export async function recordAct(
  database: Kysely<Database>,
  act: Act,
  subject: Subject,
  { why, byPersonId }: Because,
  details: Record<string, string> = {},
): Promise<void> {
  const isApplication = 'clientId' in subject
  await database
    .insertInto('desk_act')
    .values({
      act,
      by_person_id: byPersonId,
      why,
      client_id: isApplication ? subject.clientId : null,
      application_name: isApplication ? subject.name : null,
      about_person_id: isApplication ? null : subject.personId,
      details: JSON.stringify(details) as never,
    })
    .execute()
}

/** Which acts to list: of an application, of a person, or all of the server. */
export interface ActFilter {
  clientId?: string
  personId?: number
  /** Only those before this one. */
  before?: number | undefined
}

/** Acts, newest first, with who did them and whom they were about. */
export function listActs(database: Kysely<Database>, filter: ActFilter, limit: number) {
  let acts = database
    .selectFrom('desk_act as act')
    .leftJoin('person as by', 'by.person_id', 'act.by_person_id')
    .leftJoin('person as about', 'about.person_id', 'act.about_person_id')
    .select(['act_id', 'acted_at', 'act', 'why', 'client_id', 'application_name', 'about_person_id', 'details'])
    .select(['by.email as by_email', 'about.email as about_email'])
    .orderBy('act_id', 'desc')
    .limit(limit)
  if (filter.clientId !== undefined) acts = acts.where('client_id', '=', filter.clientId)
  if (filter.personId !== undefined) acts = acts.where('about_person_id', '=', filter.personId)
  if (filter.before !== undefined) acts = acts.where('act_id', '<', filter.before)
  return acts.execute()
}

export type ListedAct = Awaited<ReturnType<typeof listActs>>[number]
