import type { Handler } from '#contract/handler.ts'
import { requireLiving } from './access.ts'
import type * as contract from './contract/index.ts'
import { presentMemory } from './presenter.ts'
import { remember } from './queries.ts'
import { requireSettings } from './settings.ts'

/** @throws {Refused} as `permit` does for reading the place, and for settings that name what is not there. */
export const rememberView: Handler<typeof contract.rememberView> = async ({ caller, input }) => {
  const { folderId, kind, settings } = input
  if (folderId !== undefined) await requireLiving(caller, folderId)
  await requireSettings(caller, settings)
  const row = await remember(caller, { folder_id: folderId ?? 0, kind, settings })
  return { data: [presentMemory(caller, row)] }
}
