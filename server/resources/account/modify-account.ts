import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import type * as contract from './contract.ts'
import { applyMetadata } from './metadata.ts'
import { presentAccount } from './presenter.ts'
import { accountRow } from './queries.ts'

/** Changes the part of the account's metadata that belongs to the caller's application. */
export const modifyAccount: Handler<typeof contract.modifyAccount> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'manageAccount')
  return change(caller, async (rows, inside) => {
    const before = await accountRow(inside)
    const metadata = applyMetadata(caller, before.metadata, input.metadata)
    await rows.update('account', may, { account_id: caller.accountId }, { metadata })
    const answer = presentAccount(caller, { ...before, metadata }, { fields: new Set(['subscription', 'metadata']) })
    return changed(
      { data: [answer] },
      { type: 'AccountMetadataChanged', entityType: 'account', entityId: caller.accountId },
    )
  })
}
