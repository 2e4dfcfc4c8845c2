import { visible } from '#access/visible.ts'
import type { Handler } from '#contract/handler.ts'
import { permitSpace } from '../spaces/permit-space.ts'
import type * as contract from './contract.ts'
import { presentForms } from './presenter.ts'

/** Lists request forms of all spaces the caller sees, or of one, oldest first. */
export const queryRequestForms: Handler<typeof contract.queryRequestForms> = async ({
  caller,
  input,
  fields,
  pages,
}) => {
  if (input.spaceId !== undefined) await permitSpace(caller, 'read', input.spaceId)
  const [after, size] = (pages.after ?? []) as number[]
  const pageSize = input.pageSize ?? size
  const limit = pageSize === undefined ? input.limit : pageSize + 1
  const rows = await visible(caller, 'requestForms')
    .selectAll('request_form')
    .$if(input.spaceId !== undefined, (query) => query.where('request_form.space_id', '=', input.spaceId as number))
    .$if(after !== undefined, (query) => query.where('request_form.request_form_id', '>', after as number))
    .orderBy('request_form.request_form_id')
    .$if(limit !== undefined, (query) => query.limit(limit as number))
    .execute()
  const page = pageSize === undefined ? rows : rows.slice(0, pageSize)
  const last = page.at(-1)?.request_form_id ?? 0
  return {
    data: await presentForms(caller, page, { fields, plainTextDescription: input.plainTextDescription }),
    nextPageToken: page.length < rows.length ? pages.token([last, pageSize as number]) : undefined,
  }
}
