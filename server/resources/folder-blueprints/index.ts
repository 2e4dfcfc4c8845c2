import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createFolderBlueprint } from './create-folder-blueprint.ts'
import { deleteFolderBlueprint } from './delete-folder-blueprint.ts'
import { launchFolderBlueprint } from './launch-folder-blueprint.ts'
import { queryFolderBlueprints } from './query-folder-blueprints.ts'
import { querySpaceFolderBlueprints } from './query-space-folder-blueprints.ts'
import { updateFolderBlueprint } from './update-folder-blueprint.ts'

export const folderBlueprints = bind(contract, {
  queryFolderBlueprints,
  querySpaceFolderBlueprints,
  launchFolderBlueprint,
  createFolderBlueprint,
  updateFolderBlueprint,
  deleteFolderBlueprint,
})
