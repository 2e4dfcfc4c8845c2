import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { formatInstant } from '#contract/dates.ts'
import type { FormField } from '#forms/form.ts'
import { encodeId } from '#ids/encode.ts'
import type { FormRow } from './access.ts'
import type { RequestForm } from './contract.ts'
import { foldersSeen, type Usage, usageOf } from './queries.ts'

interface Wishes {
  fields?: ReadonlySet<'dataUsageStatistics' | 'target'>
  plainTextDescription?: boolean | undefined
}

/**
 * Forms, with how often they were used and where what they create goes, where that is asked for: a query each, whatever
 * their number. A folder is named to those who see it.
 */
export async function presentForms(
  caller: Caller,
  rows: readonly FormRow[],
  wishes: Wishes,
): Promise<Static<typeof RequestForm>[]> {
  const usage = wishes.fields?.has('dataUsageStatistics')
    ? await usageOf(
        caller,
        rows.map((row) => row.request_form_id),
      )
    : undefined
  const seen = wishes.fields?.has('target')
    ? await foldersSeen(
        caller,
        rows.map((row) => row.folder_id),
      )
    : undefined
  return rows.map((row) => ({
    ...presentForm(caller, row, wishes, seen),
    ...(usage ? { dataUsageStatistics: presentUsage(usage.get(row.request_form_id)) } : {}),
  }))
}

function presentForm(
  { accountId }: Caller,
  row: FormRow,
  wishes: Wishes,
  seen: ReadonlySet<number> | undefined,
): Static<typeof RequestForm> {
  return {
    id: encodeId('Form', accountId, row.request_form_id),
    title: row.title,
    description: row.description.replace(/\r\n?|\n/g, wishes.plainTextDescription ? ' ' : '<br>'),
    spaceId: encodeId('Space', accountId, row.space_id),
    pages: row.pages.pages.map(({ fields, ...page }) => ({
      ...page,
      fields: fields.map((field) => presentQuestion(accountId, field)),
    })),
    ...(seen
      ? {
          target: {
            creates: row.creates,
            ...(seen.has(row.folder_id) ? { folderId: encodeId('Folder', accountId, row.folder_id) } : {}),
            itemTitle: row.item_title,
            enabled: row.enabled,
          },
        }
      : {}),
  }
}

const presentQuestion = (accountId: number, { customFieldId, required = false, ...field }: FormField) => ({
  ...field,
  required,
  ...(customFieldId === undefined ? {} : { customFieldId: encodeId('CustomField', accountId, customFieldId) }),
})

const presentUsage = (usage: Usage | undefined) => ({
  submissions: usage?.submissions ?? 0,
  ...(usage ? { lastSubmissionDate: formatInstant(usage.last) } : {}),
})
