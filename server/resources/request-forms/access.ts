import type { Caller } from '#access/caller.ts'
import { visible } from '#access/visible.ts'
import { forbidden, notFound } from '#contract/errors.ts'
import type { Form } from '#forms/form.ts'
import { idAsSent } from '#ids/foreign.ts'
import { type FormRow, formExists } from './queries.ts'

export type { FormRow }

/**
 * A form of a space the caller sees.
 *
 * @throws {Refused} `resource_not_found`, or `access_forbidden` for one of a hidden space.
 */
export async function formById(caller: Caller, formId: number): Promise<FormRow> {
  const row = await visible(caller, 'requestForms')
    .selectAll('request_form')
    .where('request_form.request_form_id', '=', formId)
    .executeTakeFirst()
  if (row) return row
  const text = idAsSent(caller.accountId, 'Form', formId)
  if (await formExists(caller, formId)) throw forbidden(`Request form '${text}' is not shared with you`)
  throw notFound('Request form', text)
}

/** Row → what is filled in and becomes work. */
export const formOf = (row: FormRow): Form => ({
  title: row.title,
  description: row.description,
  pages: row.pages.pages,
  creates: row.creates,
  folderId: row.folder_id,
  itemTitle: row.item_title,
  keeperId: row.keeper_id,
})
