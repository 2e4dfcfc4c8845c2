import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createWorkflow } from './create-workflow.ts'
import { deleteCustomStatus } from './delete-custom-status.ts'
import { getWorkflowUse } from './get-workflow-use.ts'
import { modifyWorkflow } from './modify-workflow.ts'
import { queryWorkflows } from './query-workflows.ts'

export const workflows = bind(contract, {
  queryWorkflows,
  createWorkflow,
  modifyWorkflow,
  getWorkflowUse,
  deleteCustomStatus,
})
