/**
 * SQL expressions for those who do not build queries of their own, the type of the transaction they are handed on in, and
 * the type of a table's rows.
 */
export { type Selectable, sql, type Transaction } from 'kysely'
