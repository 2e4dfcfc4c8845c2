import { permit } from '#access/permit.ts'
import { invalidParameter } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { permitView, viewById } from './access.ts'
import type * as contract from './contract/index.ts'
import { viewModified } from './events.ts'
import { isPlaced, positionOf } from './position.ts'
import { presentViews } from './presenter.ts'
import type { ViewRow } from './queries.ts'
import { requireSettings } from './settings.ts'

/**
 * Changes a view. Whoever edits the place may take a shared one back from everybody: then its owner alone has it.
 *
 * @throws {Refused} as `permitView` does, and as on creation.
 */
export const updateView: Handler<typeof contract.updateView> = async ({ caller, input }) => {
  const { title, kind, settings, shared } = input
  if (settings) await requireSettings(caller, settings)
  return change(caller, async (rows, inside) => {
    const before = await viewById(inside, input.viewId)
    const may = await permitView(inside, before)
    if (shared && !before.shared) {
      if (before.folder_id === null) throw invalidParameter('A view of everything cannot be shared')
      await permit(inside, 'editFolder', { folder: before.folder_id })
    }
    const [row] = (await rows.update(
      'saved_view',
      may,
      { view_id: before.view_id },
      {
        ...(title === undefined ? {} : { title }),
        ...(kind === undefined ? {} : { kind }),
        ...(settings === undefined ? {} : { settings }),
        ...(shared === undefined ? {} : { shared }),
        ...(isPlaced(input) ? { position: await positionOf(inside, input) } : {}),
        updated_at: new Date(),
        version: before.version + 1,
      },
    )) as [ViewRow]
    return changed({ data: await presentViews(inside, [row]) }, viewModified(before, row))
  })
}
