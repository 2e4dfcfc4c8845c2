import { invalidParameter } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { collectAnswers, faultsOf } from '#forms/answers.ts'
import { publicUrl } from '#http/public-url.ts'
import { encodeId } from '#ids/encode.ts'
import { formById, formOf } from './access.ts'
import type * as contract from './contract.ts'

/** Longer addresses are cut or refused on their way. */
const longestUrl = 8000

/**
 * The address of the page on which people fill in the form, with these answers in it. Not all questions need one.
 *
 * @throws {Refused} `invalid_parameter` for an answer that its question does not take, or too much of them.
 */
export const createRequestFormPrefillUrl: Handler<typeof contract.createRequestFormPrefillUrl> = async ({
  caller,
  input,
}) => {
  const row = await formById(caller, input.requestFormId)
  const answers = collectAnswers(input.formFields)
  const fault = [...faultsOf(formOf(row), answers)].find(([id]) => answers.has(id))
  if (fault) throw invalidParameter(`Parameter 'formFields' value is invalid: '${fault[0]}' ${fault[1]}`)
  const query = new URLSearchParams([...answers].flatMap(([id, values]) => values.map((value) => [id, value])))
  const formId = encodeId('Form', caller.accountId, row.request_form_id)
  const url = `${publicUrl()}/forms/${formId}${query.size > 0 ? `?${query}` : ''}`
  if (url.length > longestUrl)
    throw invalidParameter(`Parameter 'formFields' value is invalid: the address would be longer than ${longestUrl}`)
  return { data: [{ url }] }
}
