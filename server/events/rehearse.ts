import { type Caller, inTransaction } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'

/** Carries an answer out of a transaction that is to be undone. */
class Rehearsed<A> {
  readonly answer: A
  constructor(answer: A) {
    this.answer = answer
  }
}

/**
 * What a change would answer: it is made by the very same code, and undone before anybody sees it. Nothing is left of it:
 * neither rows nor events, so no webhook, no mail and no line of the audit log. What `work` reads has to come from the
 * caller that it is given.
 *
 * @throws {Refused} for what the change would be refused for.
 */
export async function rehearse<A>(caller: Caller, work: (inside: Caller) => Promise<A>): Promise<A> {
  try {
    return await connectionOf(caller)
      .transaction()
      .execute(async (transaction) => {
        throw new Rehearsed(await work(inTransaction(caller, transaction)))
      })
  } catch (thrown) {
    if (thrown instanceof Rehearsed) return (thrown as Rehearsed<A>).answer
    throw thrown
  }
}
