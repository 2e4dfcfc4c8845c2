import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createWorkflow } from './create-workflow.ts'
import { modifyWorkflow } from './modify-workflow.ts'
import { queryWorkflows } from './query-workflows.ts'

export const workflows = bind(contract, { queryWorkflows, createWorkflow, modifyWorkflow })
