import { sql } from '#database/sql.ts'

type Expression = ReturnType<typeof sql>

/** What somebody looks for, as PostgreSQL reads it. */
export interface Words {
  /** As it was typed, without blanks around it. */
  text: string
  /** tsquery of the words. */
  plain: Expression
  /** The same within one account: its number is a word of each of its texts (migration 19). */
  ofAccount: Expression
}

/**
 * Reads what somebody typed. Whoever is still typing has not finished the last word: any word that begins with it counts.
 * Where there are signs that mean something (quotes, a minus, "or"), words are as they stand.
 */
export function readWords(accountId: number, text: string): Words {
  const plain = /"|(^|\s)-|\sor\s/i.test(text) ? sql`websearch_to_tsquery('simple', ${text})` : unfinished(text)
  return { text, plain, ofAccount: sql`(${`'#${accountId}'`}::tsquery && ${plain})` }
}

function unfinished(text: string): Expression {
  const at = text.search(/\S+$/)
  const last = `'${text.slice(at).replaceAll('\\', '\\\\').replaceAll("'", "''")}':*`
  const begun = sql`to_tsquery('simple', ${last})`
  return at === 0 ? begun : sql`(plainto_tsquery('simple', ${text.slice(0, at)}) && ${begun})`
}
