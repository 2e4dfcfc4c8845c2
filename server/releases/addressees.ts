import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { Selectable } from '#database/sql.ts'
import { choiceOf } from '#mailing/choices.ts'
import { developersOf } from '#oauth/developers.ts'
import { usersOf } from '#request-log/uses.ts'
import type { ReleaseTables } from './tables.ts'

/** Who used something within so many days is told of its end. */
const usedWithinDays = 90

type Notice = Selectable<ReleaseTables['deprecation_notice']>

/** A person who is to be told, and of what. */
export interface Addressee {
  personId: number
  email: string
  firstName: string
  /** Each with the names of those of the person's applications that used it. */
  notices: { notice: Notice; applications: string[] }[]
}

/**
 * The people who look after applications that used what these notices are about; those who want no such mail are left out.
 */
export async function addressees(database: Kysely<Database>, notices: readonly Notice[]): Promise<Addressee[]> {
  const people = new Map<number, Addressee>()
  for (const notice of notices) {
    const used = await Promise.all(notice.used_as.map((subject) => usersOf(database, subject, usedWithinDays)))
    for (const clientId of new Set(used.flat())) {
      const application = await database
        .selectFrom('application')
        .select('name')
        .where('client_id', '=', clientId)
        .executeTakeFirst()
      if (!application) continue
      for (const { personId, email, firstName } of await developersOf(database, clientId)) {
        const person = people.get(personId) ?? { personId, email, firstName, notices: [] }
        people.set(personId, person)
        const known = person.notices.find((one) => one.notice === notice)
        if (known) known.applications.push(application.name)
        else person.notices.push({ notice, applications: [application.name] })
      }
    }
  }
  const wanted = await Promise.all([...people.keys()].map((personId) => choiceOf(database, personId)))
  return [...people.values()].filter((_, at) => wanted[at]?.changes)
}
