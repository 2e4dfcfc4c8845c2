import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createRequestForm } from './create-request-form.ts'
import { createRequestFormPrefillUrl } from './create-request-form-prefill-url.ts'
import { deleteRequestForm } from './delete-request-form.ts'
import { getRequestForm } from './get-request-form.ts'
import { queryRequestForms } from './query-request-forms.ts'
import { submitRequestForm } from './submit-request-form.ts'
import { updateRequestForm } from './update-request-form.ts'

export const requestForms = bind(contract, {
  queryRequestForms,
  getRequestForm,
  createRequestFormPrefillUrl,
  submitRequestForm,
  createRequestForm,
  updateRequestForm,
  deleteRequestForm,
})
