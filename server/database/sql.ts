/** SQL expressions for those who do not build queries of their own, and the type of the transaction they are handed on in. */
export { sql, type Transaction } from 'kysely'
