import { bind } from '#contract/bind.ts'
import * as contract from './contract/index.ts'
import { createView } from './create-view.ts'
import { deleteView } from './delete-view.ts'
import { getView } from './get-view.ts'
import { queryRememberedViews } from './query-remembered-views.ts'
import { queryViews } from './query-views.ts'
import { rememberView } from './remember-view.ts'
import { updateView } from './update-view.ts'

export const views = bind(contract, {
  queryViews,
  getView,
  createView,
  updateView,
  deleteView,
  queryRememberedViews,
  rememberView,
})
