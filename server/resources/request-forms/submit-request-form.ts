import { invalidParameter } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { collectAnswers, faultsOf } from '#forms/answers.ts'
import { encodeId } from '#ids/encode.ts'
import { formById, formOf } from './access.ts'
import type * as contract from './contract.ts'
import { submitForm } from './submit.ts'

/**
 * Sends a request form.
 *
 * @throws {Refused} `invalid_parameter` naming the first question with a wrong answer or none, and as {@link submitForm}.
 */
export const submitRequestForm: Handler<typeof contract.submitRequestForm> = async (request) => {
  const { caller, input } = request
  const row = await formById(caller, input.requestFormId)
  const answers = collectAnswers(input.formFields)
  const [fault] = faultsOf(formOf(row), answers)
  if (fault) throw invalidParameter(`Parameter 'formFields' value is invalid: '${fault[0]}' ${fault[1]}`)
  const created = await submitForm(caller, row, answers, request)
  const formId = encodeId('Form', caller.accountId, row.request_form_id)
  return {
    data: [
      'taskId' in created
        ? { formId, taskId: encodeId('Task', caller.accountId, created.taskId) }
        : { formId, projectId: encodeId('Folder', caller.accountId, created.projectId) },
    ],
  }
}
