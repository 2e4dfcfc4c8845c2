import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import { recordApplicationChange } from './application-events.ts'

/** Where a logo of this version is served; another one has another address. */
export const logoPath = ({ clientId, logoVersion }: { clientId: string; logoVersion: string | null }) =>
  logoVersion && `/logos/${clientId}/${logoVersion}.png`

/** Gives an application a logo: a square PNG that this server has drawn itself. */
export async function setLogo(
  database: Kysely<Database>,
  clientId: string,
  image: Buffer,
  byPersonId: number,
): Promise<void> {
  const logo = { version: createHash('sha256').update(image).digest('hex').slice(0, 16), image }
  await database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('application_logo')
      .values({ client_id: clientId, ...logo })
      .onConflict((conflict) => conflict.column('client_id').doUpdateSet(logo))
      .execute()
    await recordApplicationChange(transaction, { clientId, change: 'Logo changed' }, byPersonId)
  })
}

/** Takes an application's logo away. */
export async function removeLogo(database: Kysely<Database>, clientId: string, byPersonId: number): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('application_logo').where('client_id', '=', clientId).execute()
    await recordApplicationChange(transaction, { clientId, change: 'Logo removed' }, byPersonId)
  })
}

/** The PNG of a logo in its present version; undefined if there is none. */
export async function findLogo(
  database: Kysely<Database>,
  clientId: string,
  version: string,
): Promise<Buffer | undefined> {
  const row = await database
    .selectFrom('application_logo')
    .select('image')
    .where('client_id', '=', clientId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.image
}
