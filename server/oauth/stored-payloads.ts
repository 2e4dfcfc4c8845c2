import { type Kysely, sql } from 'kysely'
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider'
import type { Database } from '#database/schema.ts'
import { endGrants } from './grants.ts'
import { hashSecret } from './secrets.ts'

/** Racing programs of today lose one call, not the session: reuse this soon after a rotation is only an error. */
const reuseGraceSeconds = 60
/** How long a used refresh token is remembered, to notice when somebody uses it again. */
const reuseMemoryDays = 30

/**
 * Keeps codes, refresh tokens, device codes and interactions of the authorization server in `oauth_payload`.
 *
 * What programs hold is found by its hash and is not in the row: not as key, not inside the payload.
 */
export function storedPayloads(database: Kysely<Database>, model: string): Adapter {
  const row = (id: string) => ({ model, id_hash: hashSecret(id) })

  return {
    async upsert(id, { jti: _jti, userCode, ...payload }, expiresIn) {
      const values = {
        ...row(id),
        payload: JSON.stringify(payload),
        grant_id: payload.grantId ?? null,
        user_code: userCode ? userCodeKey(userCode) : null,
        expires_at: expiresIn ? new Date(Date.now() + expiresIn * 1000) : null,
      }
      await database
        .insertInto('oauth_payload')
        .values(values)
        .onConflict((conflict) => conflict.columns(['model', 'id_hash']).doUpdateSet(values))
        .execute()
    },

    async find(id) {
      const found = await database
        .selectFrom('oauth_payload')
        .select(['payload', 'consumed_at', 'grant_id'])
        .where('model', '=', model)
        .where('id_hash', '=', hashSecret(id))
        .executeTakeFirst()
      if (!found) return undefined
      const payload = { ...(found.payload as AdapterPayload), jti: id }
      if (!found.consumed_at) return payload
      const secondsAgo = (Date.now() - found.consumed_at.getTime()) / 1000
      if (model === 'RefreshToken' && secondsAgo < reuseGraceSeconds) return undefined
      return { ...payload, consumed: Math.floor(found.consumed_at.getTime() / 1000) }
    },

    async consume(id) {
      const consumed = await database
        .updateTable('oauth_payload')
        .set({ consumed_at: new Date(), expires_at: sql`now() + ${`${reuseMemoryDays} days`}::interval` })
        .where('model', '=', model)
        .where('id_hash', '=', hashSecret(id))
        .where('consumed_at', 'is', null)
        .returning('grant_id')
        .executeTakeFirst()
      if (consumed) return
      // Another request was faster between our look and this update. For a code that is use number two, so its tokens
      // die; the faster request then can't store any, since its grant has ended.
      if (model === 'AuthorizationCode') await endGrantOf(id)
      throw new errors.InvalidGrant('already used')
    },

    async destroy(id) {
      await database
        .deleteFrom('oauth_payload')
        .where('model', '=', model)
        .where('id_hash', '=', hashSecret(id))
        .execute()
    },

    async revokeByGrantId(grantId) {
      await database.deleteFrom('oauth_payload').where('model', '=', model).where('grant_id', '=', grantId).execute()
    },

    // Ours to look up: see device-codes.ts. The other is for sessions, which the authorization server keeps none of.
    async findByUserCode() {},
    async findByUid() {},
  }

  async function endGrantOf(id: string): Promise<void> {
    const found = await database
      .selectFrom('oauth_payload')
      .select('grant_id')
      .where('model', '=', model)
      .where('id_hash', '=', hashSecret(id))
      .executeTakeFirst()
    const grantId = found?.grant_id
    if (grantId) await database.transaction().execute((transaction) => endGrants(transaction, { grantId }))
  }
}

/** The stored form of a user code, whatever its case and dashes. */
export function userCodeKey(userCode: string): string {
  return hashSecret(userCode.toUpperCase().replace(/[^A-Z]/g, '')).toString('hex')
}
