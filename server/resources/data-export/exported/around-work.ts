import { sql } from '#database/sql.ts'
import { decodeId } from '#ids/decode.ts'
import { encodeId } from '#ids/encode.ts'
import { isWork } from './is-work.ts'
import { moment } from './moments.ts'
import { D, type ExportTable, N, S } from './table.ts'

const workComment: ExportTable = {
  id: 'work_comment',
  columns: [N('work_comment_id'), N('user_id', 'user'), D('when_comment_created'), N('work_id', 'work_item')],
  rows: (accountId) => sql`
    select c.comment_id as work_comment_id, c.author_id as user_id, ${moment('c.created_at')} as when_comment_created,
      coalesce(c.task_id, c.folder_id) as work_id
    from comment c where c.account_id = ${accountId} order by c.comment_id`,
}

const workCommentContent: ExportTable = {
  id: 'work_comment_content',
  columns: [N('work_comment_id', 'work_comment'), S('work_comment_text')],
  rows: (accountId) => sql`
    select c.comment_id as work_comment_id, c.text as work_comment_text
    from comment c where c.account_id = ${accountId} order by c.comment_id`,
}

/** A mention is an anchor that names a contact. */
const workCommentToMention: ExportTable = {
  id: 'work_comment_to_mention',
  columns: [N('group_id', 'group'), N('user_id', 'user'), N('work_comment_id', 'work_comment')],
  rows: (accountId) => sql`
    select distinct c.comment_id as work_comment_id, m[1] as contact
    from comment c, regexp_matches(c.text, 'class="stream-user-id[^>]* rel="([A-Z0-9]+)"', 'g') m
    where c.account_id = ${accountId}`,
  read: (_accountId, { work_comment_id = null, contact }) => {
    const number = decodeId('Contact', String(contact))?.number
    if (number === undefined) return []
    return [{ work_comment_id, group_id: number < 0 ? -number : null, user_id: number > 0 ? number : null }]
  },
}

/** Versions of one attachment are one `work_attachment` with several files. */
const workAttachment: ExportTable = {
  id: 'work_attachment',
  columns: [N('work_attachment_id'), N('user_id', 'user'), D('when_added'), N('work_id', 'work_item')],
  rows: (accountId) => sql`
    select a.attachment_id as work_attachment_id, a.author_id as user_id, ${moment('a.created_at')} as when_added,
      coalesce(a.task_id, a.folder_id) as work_id
    from attachment a where a.account_id = ${accountId} and ${isWork(accountId, 'coalesce(a.task_id, a.folder_id)')} and a.origin_id is null order by a.attachment_id`,
}

const attachmentFile: ExportTable = {
  id: 'attachment_file',
  columns: [
    N('attachment_file_id'),
    S('attachment_file_api_id'),
    N('attachment_file_content_height'),
    N('attachment_file_content_width'),
    S('attachment_file_name'),
    N('attachment_file_size_bytes'),
    N('user_id', 'user'),
    D('when_added'),
  ],
  rows: (accountId) => sql`
    select a.attachment_id as attachment_file_id, f.height as attachment_file_content_height,
      f.width as attachment_file_content_width, a.name as attachment_file_name, f.size as attachment_file_size_bytes,
      a.author_id as user_id, ${moment('a.created_at')} as when_added
    from attachment a left join stored_file f on f.account_id = a.account_id and f.file_id = a.file_id
    where a.account_id = ${accountId} and ${isWork(accountId, 'coalesce(a.task_id, a.folder_id)')} order by a.attachment_id`,
  read: (accountId, row) => [
    { ...row, attachment_file_api_id: encodeId('Attachment', accountId, Number(row.attachment_file_id)) },
  ],
}

const workAttachmentToFile: ExportTable = {
  id: 'work_attachment_to_attachment_file',
  columns: [
    N('attachment_file_id', 'attachment_file'),
    N('attachment_version'),
    N('user_id', 'user'),
    D('when_added'),
    N('work_attachment_id', 'work_attachment'),
    N('work_comment_id', 'work_comment'),
  ],
  rows: (accountId) => sql`
    select a.attachment_id as attachment_file_id, a.version as attachment_version, a.author_id as user_id,
      ${moment('a.created_at')} as when_added, coalesce(a.origin_id, a.attachment_id) as work_attachment_id,
      a.comment_id as work_comment_id
    from attachment a where a.account_id = ${accountId} and ${isWork(accountId, 'coalesce(a.task_id, a.folder_id)')} order by a.attachment_id`,
}

const workCustomField: ExportTable = {
  id: 'work_custom_field',
  columns: [N('custom_field_id', 'custom_field'), S('custom_field_value'), N('work_id', 'work_item')],
  rows: (accountId) => sql`
    select v.key::bigint as custom_field_id, v.value as custom_field_value, f.folder_id as work_id
    from folder f, jsonb_each_text(f.custom_fields) v where f.account_id = ${accountId} and ${isWork(accountId, 'f.folder_id')}
    union all
    select v.key::bigint, v.value, t.task_id from task t, jsonb_each_text(t.custom_fields) v where t.account_id = ${accountId} and ${isWork(accountId, 't.task_id')}`,
}

export const aroundWork = [
  attachmentFile,
  workAttachment,
  workAttachmentToFile,
  workComment,
  workCommentContent,
  workCommentToMention,
  workCustomField,
]
