import type { Caller } from '#access/caller.ts'
import { notAllowed, Refused } from '#contract/errors.ts'
import type { Operation } from '#contract/operation.ts'
import { features, planHas } from '#contract/plans.ts'

/**
 * Lets a caller through to an operation: scope, then plan, then type of user.
 *
 * @throws {Refused} `not_allowed`
 */
export function gate(operation: Operation, caller: Caller): void {
  if (operation.scopes.length > 0 && !operation.scopes.some((scope) => caller.scopes.has(scope))) {
    throw new Refused('not_allowed', `The access token lacks the scope: one of ${operation.scopes.join(', ')}`, {
      headers: { 'www-authenticate': `Bearer error="insufficient_scope", scope="${operation.scopes.join(' ')}"` },
    })
  }
  if (operation.feature && !planHas(caller.plan, operation.feature)) {
    const { says, from } = features[operation.feature]
    throw notAllowed(`${says}: not part of the plan ${caller.plan}, but from ${from} on`)
  }
  if (operation.admin && caller.role !== 'owner' && caller.role !== 'admin') {
    throw notAllowed('Only account admins may do this')
  }
}
