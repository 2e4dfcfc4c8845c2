import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'

/**
 * The name of an application in the addresses of the directory. It keeps the first one it got, so that links stay good.
 *
 * @example 'Garden robot' → 'garden-robot', the second of that name 'garden-robot-2'
 */
export async function findFreeSlug(transaction: Kysely<Database>, clientId: string, name: string): Promise<string> {
  // Two listings that are approved at once would find the same one free.
  await sql`select pg_advisory_xact_lock(hashtext('application_listing.slug'))`.execute(transaction)
  const own = await transaction
    .selectFrom('application_listing')
    .select('slug')
    .where('client_id', '=', clientId)
    .executeTakeFirst()
  if (own?.slug) return own.slug
  const base = slugOf(name)
  const taken = await transaction
    .selectFrom('application_listing')
    .select('slug')
    .where('slug', 'like', `${base}%`)
    .execute()
  const names = new Set(taken.map(({ slug }) => slug))
  if (!names.has(base)) return base
  let number = 2
  while (names.has(`${base}-${number}`)) number++
  return `${base}-${number}`
}

/** Letters and digits of a name, in small letters without accents; 'integration' for a name of none. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'integration'
  )
}
