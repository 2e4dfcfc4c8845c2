import { recordPersonal } from '#events/outbox.ts'
import { verifyPassword } from './passwords.ts'
import { sessionEvent } from './sessions.ts'
import { noteFailure, signInWait } from './throttle.ts'
import type { PersonalVisit } from './visit.ts'

/**
 * Tells whether a form carries the person's own password in `password`, which is asked again before weighty things.
 * Wrong ones count as failed sign-ins.
 */
export async function isOwnPassword({ database, person, form, address }: PersonalVisit): Promise<boolean> {
  if ((await signInWait(address, person.email)) > 0) return false
  const row = await database
    .selectFrom('person')
    .select('password_hash')
    .where('person_id', '=', person.personId)
    .executeTakeFirst()
  const matches = row?.password_hash ? await verifyPassword(form.password ?? '', row.password_hash) : false
  if (matches) return true
  await noteFailure(address, person.email)
  await recordPersonal(database, person.personId, [sessionEvent('SignInFailed', person.personId)])
  return false
}
