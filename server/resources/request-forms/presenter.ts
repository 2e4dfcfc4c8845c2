import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { formatInstant } from '#contract/dates.ts'
import type { FormField } from '#forms/form.ts'
import { encodeId } from '#ids/encode.ts'
import type { FormRow } from './access.ts'
import type { RequestForm } from './contract.ts'
import { type Usage, usageOf } from './queries.ts'

interface Wishes {
  fields?: ReadonlySet<'dataUsageStatistics' | 'target'>
  plainTextDescription?: boolean | undefined
}

/** Forms, with how often they were used where that is asked for: one query, whatever their number. */
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
  return rows.map((row) => ({
    ...presentForm(caller, row, wishes),
    ...(usage ? { dataUsageStatistics: presentUsage(usage.get(row.request_form_id)) } : {}),
  }))
}

function presentForm({ accountId }: Caller, row: FormRow, wishes: Wishes): Static<typeof RequestForm> {
  return {
    id: encodeId('Form', accountId, row.request_form_id),
    title: row.title,
    description: row.description.replace(/\r\n?|\n/g, wishes.plainTextDescription ? ' ' : '<br>'),
    spaceId: encodeId('Space', accountId, row.space_id),
    pages: row.pages.pages.map(({ fields, ...page }) => ({
      ...page,
      fields: fields.map((field) => presentQuestion(accountId, field)),
    })),
    ...(wishes.fields?.has('target')
      ? {
          target: {
            creates: row.creates,
            folderId: encodeId('Folder', accountId, row.folder_id),
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
