import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { deleteRecurrence } from './delete-recurrence.ts'
import { getRecurrence } from './get-recurrence.ts'
import { setRecurrence } from './set-recurrence.ts'

export const recurrence = bind(
  {
    getRecurrence: contract.getRecurrence,
    setRecurrence: contract.setRecurrence,
    deleteRecurrence: contract.deleteRecurrence,
  },
  { getRecurrence, setRecurrence, deleteRecurrence },
)
