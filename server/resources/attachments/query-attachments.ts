import type { Caller } from '#access/caller.ts'
import { permit } from '#access/permit.ts'
import { invalidValue, required } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { sql } from '#database/sql.ts'
import { placeOf, shownAttachments } from './access.ts'
import type * as contract from './contract.ts'
import { presentAttachment } from './presenter.ts'

const month = 31 * 24 * 60 * 60 * 1000

interface Span {
  start?: Date | undefined
  end?: Date | undefined
}

/**
 * Lists attachments, newest first: those on one task or folder, or all that the caller sees and that are not in the
 * recycle bin.
 *
 * @throws {Refused} `parameter_required` for the whole account without `createdDate`, `invalid_parameter` for 31 days or more.
 */
export const queryAttachments: Handler<typeof contract.queryAttachments> = async ({ caller, input, services }) => {
  const narrowed = await (input.taskId === undefined && input.folderId === undefined
    ? ofAccount(caller, input.createdDate)
    : ofPlace(caller, input))
  const rows = await narrowed
    .$if(!input.versions, (query) => query.where('attachment.current_id', 'is', null))
    .orderBy('attachment.created_at', 'desc')
    .orderBy('attachment.attachment_id', 'desc')
    .execute()
  const urlsBy = input.withUrls ? services.secret : undefined
  return { data: rows.map((row) => presentAttachment(caller, row, { urlsBy })) }
}

async function ofPlace(
  caller: Caller,
  input: { taskId?: number | undefined; folderId?: number | undefined; createdDate?: Span | undefined },
) {
  const { start, end } = input.createdDate ?? {}
  if (start && end && end < start) throw invalidValue('createdDate', 'a start before the end')
  const place = await permit(caller, 'read', placeOf(input))
  return within(
    shownAttachments(caller).where(place.on === 'task' ? 'attachment.task_id' : 'attachment.folder_id', '=', place.id),
    { start, end },
  )
}

/** A span with one end only reaches as far as it may. */
async function ofAccount(caller: Caller, createdDate: Span | undefined) {
  if (!createdDate) throw required('createdDate')
  const end = createdDate.end ?? new Date((createdDate.start as Date).getTime() + month)
  const start = createdDate.start ?? new Date(end.getTime() - month)
  const isWhole = createdDate.start !== undefined && createdDate.end !== undefined
  if (end < start || (isWhole && end.getTime() - start.getTime() >= month))
    throw invalidValue('createdDate', 'a span of less than 31 days')
  return within(shownAttachments(caller), { start, end }).where(sql<boolean>`not exists (
    select from task t where t.account_id = attachment.account_id and t.task_id = attachment.task_id and t.deleted_at is not null
    union all
    select from folder f where f.account_id = attachment.account_id and f.folder_id = attachment.folder_id and f.deleted_at is not null)`)
}

type Query = ReturnType<typeof shownAttachments>

const within = (query: Query, { start, end }: Span): Query =>
  query
    .$if(start !== undefined, (narrowed) => narrowed.where('attachment.created_at', '>=', start as Date))
    .$if(end !== undefined, (narrowed) => narrowed.where('attachment.created_at', '<', end as Date)) as Query
