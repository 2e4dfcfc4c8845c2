import type { Handler } from '#contract/handler.ts'
import { permalinkNumber } from '#http/public-url.ts'
import { permitSpace } from '../spaces/permit-space.ts'
import { shownFolderBlueprints } from './access.ts'
import type * as contract from './contract.ts'
import { presentFolderBlueprint } from './presenter.ts'

/** @throws {Refused} for a space that is hidden or isn't there. */
export const querySpaceFolderBlueprints: Handler<typeof contract.querySpaceFolderBlueprints> = async ({
  caller,
  input,
  fields,
}) => {
  await permitSpace(caller, 'read', input.spaceId)
  const { permalink } = input
  const rows = await shownFolderBlueprints(caller)
    .where('folder_blueprint.space_id', '=', input.spaceId)
    .$if(permalink !== undefined, (query) =>
      query.where('folder.folder_id', '=', permalinkNumber(permalink as string) ?? 0),
    )
    .execute()
  return { data: rows.map((row) => presentFolderBlueprint(caller, row as never, fields)) }
}
