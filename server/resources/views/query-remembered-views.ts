import { permit } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract/index.ts'
import { presentMemory } from './presenter.ts'
import { memoryOf } from './queries.ts'

/** @throws {Refused} as `permit` does for reading the place. */
export const queryRememberedViews: Handler<typeof contract.queryRememberedViews> = async ({ caller, input }) => {
  const { folderId } = input
  if (folderId !== undefined) await permit(caller, 'read', { folder: folderId })
  const rows = await memoryOf(caller, folderId ?? 0)
  return { data: rows.map((row) => presentMemory(caller, row)) }
}
