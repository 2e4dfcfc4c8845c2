import { sql } from '#database/sql.ts'

type Query = ReturnType<typeof sql>

/** An instant as the files have it: yyyy-MM-dd HH:mm:ss, UTC. */
export const moment = (column: string): Query =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS')`

/** A local date-time or a day, in the same form. */
export const local = (column: string): Query => sql`to_char(${sql.ref(column)}, 'YYYY-MM-DD HH24:MI:SS')`

/** What is there has this as the day of its removal. */
export const notRemoved: Query = sql`'3000-01-01 00:00:00'`
