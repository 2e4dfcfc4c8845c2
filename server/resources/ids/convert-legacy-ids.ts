import type { Caller } from '#access/caller.ts'
import { visible } from '#access/visible.ts'
import type { Handler } from '#contract/handler.ts'
import { sql } from '#database/sql.ts'
import { encodeAccountId, encodeId } from '#ids/encode.ts'
import { groupRows, personRows } from '../contacts/queries.ts'
import type * as contract from './contract.ts'
import type { legacyTypes } from './contract.ts'

/** Converts numbers to ids, in the order sent. */
export const convertLegacyIds: Handler<typeof contract.convertLegacyIds> = async ({ caller, input }) => {
  const known = await existing(caller, input.type, input.ids)
  return {
    data: [...new Set(input.ids)]
      .filter((number) => known.has(number))
      .map((number) => ({ id: known.get(number) as string, apiV2Id: String(number) })),
  }
}

/** Ids of those numbers that name something the caller may see. */
async function existing(
  caller: Caller,
  type: (typeof legacyTypes)[number],
  numbers: readonly number[],
): Promise<Map<number, string>> {
  const { accountId } = caller
  const among = (column: string) => sql<boolean>`${sql.ref(column)} = any(${numbers}::bigint[])`
  const encoded = (
    rows: number[],
    idType: 'Attachment' | 'Folder' | 'Form' | 'Task' | 'Comment' | 'Timelog' | 'Contact',
  ) => new Map(rows.map((number) => [number, encodeId(idType, accountId, number)]))
  switch (type) {
    case 'ApiV2Account':
      return new Map(numbers.includes(accountId) ? [[accountId, encodeAccountId(accountId)]] : [])
    case 'ApiV2User': {
      const people = (await personRows(caller, [among('u.person_id')])).map((row) => row.person_id)
      const groups = (await groupRows(caller, [among('g.group_id')])).map((row) => row.group_id)
      return encoded([...people, ...groups], 'Contact')
    }
    case 'ApiV2Folder':
      return encoded(
        (
          await visible(caller, 'folders').select('folder.folder_id as id').where(among('folder.folder_id')).execute()
        ).map((row) => row.id),
        'Folder',
      )
    case 'ApiV2Task':
      return encoded(
        (await visible(caller, 'tasks').select('task.task_id as id').where(among('task.task_id')).execute()).map(
          (row) => row.id,
        ),
        'Task',
      )
    case 'ApiV2Comment':
      return encoded(
        (
          await visible(caller, 'comments')
            .select('comment.comment_id as id')
            .where(among('comment.comment_id'))
            .execute()
        ).map((row) => row.id),
        'Comment',
      )
    case 'ApiV2Timelog':
      return encoded(
        (
          await visible(caller, 'timelogs')
            .select('timelog.timelog_id as id')
            .where(among('timelog.timelog_id'))
            .execute()
        ).map((row) => row.id),
        'Timelog',
      )
    case 'ApiV2Attachment':
      return encoded(
        (
          await visible(caller, 'attachments')
            .select('attachment.attachment_id as id')
            .where(among('attachment.attachment_id'))
            .execute()
        ).map((row) => row.id),
        'Attachment',
      )
    case 'ApiV2RequestForm':
      return encoded(
        (
          await visible(caller, 'requestForms')
            .select('request_form.request_form_id as id')
            .where(among('request_form.request_form_id'))
            .execute()
        ).map((row) => row.id),
        'Form',
      )
    default:
      return type satisfies never
  }
}
