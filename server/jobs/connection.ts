import { CompiledQuery, type Kysely } from 'kysely'
import type { Db } from 'pg-boss'
import type { Store } from '#database/connect.ts'
import type { Database } from '#database/schema.ts'

/** Lets the queue work in a transaction of ours. */
export const throughKysely = (connection: Kysely<Database>): Db => ({
  executeSql: async (text, values = []) => {
    const { rows } = await connection.executeQuery(CompiledQuery.raw(text, values as unknown[]))
    return { rows: [...rows] }
  },
})

/** Lets the queue work on the pool of the server, and hear of new jobs on its listening connection. */
export const throughPool = ({ pool, listen }: Pick<Store, 'pool' | 'listen'>): Db => ({
  executeSql: async (text, values = []) => {
    // Several statements in one text give a result each.
    const results = [await pool.query(text, values as unknown[])].flat()
    return { rows: results.flatMap((result) => result.rows) }
  },
  listen: async (channel, heard, reconnected) => {
    let open = true
    listen(channel, (payload) => {
      if (open) payload === '' ? reconnected() : heard(payload)
    })
    return {
      close: async () => {
        open = false
      },
    }
  },
})
