import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from './rows.ts'

/** Does a part of a change that may fail by itself: what it wrote is undone then, and the change goes on. */
export async function savepoint<A>(rows: Rows, work: () => Promise<A>): Promise<A> {
  const database = connectionOf(rows)
  await sql`savepoint part`.execute(database)
  try {
    const answer = await work()
    await sql`release savepoint part`.execute(database)
    return answer
  } catch (error) {
    await sql`rollback to savepoint part`.execute(database)
    throw error
  }
}
