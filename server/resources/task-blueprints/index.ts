import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createTaskBlueprint } from './create-task-blueprint.ts'
import { deleteTaskBlueprint } from './delete-task-blueprint.ts'
import { launchTaskBlueprint } from './launch-task-blueprint.ts'
import { querySpaceTaskBlueprints } from './query-space-task-blueprints.ts'
import { queryTaskBlueprints } from './query-task-blueprints.ts'
import { updateTaskBlueprint } from './update-task-blueprint.ts'

export const taskBlueprints = bind(contract, {
  queryTaskBlueprints,
  querySpaceTaskBlueprints,
  launchTaskBlueprint,
  createTaskBlueprint,
  updateTaskBlueprint,
  deleteTaskBlueprint,
})
