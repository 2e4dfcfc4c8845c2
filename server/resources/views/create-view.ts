import { permit, permitAccount } from '#access/permit.ts'
import { invalidParameter, notAllowed } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { requireLiving } from './access.ts'
import type * as contract from './contract/index.ts'
import { viewCreated } from './events.ts'
import { positionOf } from './position.ts'
import { presentViews } from './presenter.ts'
import { countOwn } from './queries.ts'
import { requireSettings } from './settings.ts'

const mostOwn = 1000

/**
 * Saves a view of a place, or of everything.
 *
 * @throws {Refused} `access_forbidden` for sharing without the right to edit the place, `invalid_parameter` for sharing a
 * view of everything, `not_allowed` for one too many.
 */
export const createView: Handler<typeof contract.createView> = async ({ caller, input }) => {
  const { folderId, shared = false } = input
  if (folderId !== undefined) await requireLiving(caller, folderId)
  if (shared && folderId === undefined) throw invalidParameter('A view of everything cannot be shared')
  await requireSettings(caller, input.settings)
  return change(caller, async (rows, inside) => {
    const may = shared
      ? await permit(inside, 'editFolder', { folder: folderId as number })
      : permitAccount(inside, 'ownViews')
    if ((await countOwn(inside)) >= mostOwn) throw notAllowed(`A person has ${mostOwn} views at most`)
    const row = await rows.insert('saved_view', may, {
      owner_id: caller.personId,
      folder_id: folderId ?? null,
      title: input.title,
      kind: input.kind,
      settings: input.settings,
      shared,
      position: await positionOf(inside, input),
    })
    return changed({ data: await presentViews(inside, [row]) }, viewCreated(row))
  })
}
