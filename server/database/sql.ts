/** SQL expressions for those who do not build queries of their own. */
export { sql } from 'kysely'
