import type { EventRecord } from '#events/change.ts'
import type { FormRow } from './access.ts'

const event = (type: string, row: FormRow, said: Pick<EventRecord, 'before' | 'after'>): EventRecord => ({
  type,
  entityType: 'request_form',
  entityId: row.request_form_id,
  ...said,
})

export const requestFormCreated = (row: FormRow): EventRecord => event('RequestFormCreated', row, { after: said(row) })
export const requestFormModified = (before: FormRow, after: FormRow): EventRecord =>
  event('RequestFormModified', after, { before: said(before), after: said(after) })
export const requestFormDeleted = (row: FormRow): EventRecord => event('RequestFormDeleted', row, { before: said(row) })

/** Somebody sent it, and what came of it. */
export const requestFormSubmitted = (row: FormRow, created: Record<string, unknown>): EventRecord =>
  event('RequestFormSubmitted', row, { after: { title: row.title, ...created } })

const said = (row: FormRow) => ({
  title: row.title,
  spaceId: row.space_id,
  creates: row.creates,
  folderId: row.folder_id,
  enabled: row.enabled,
  questions: row.pages.pages.reduce((count, page) => count + page.fields.length, 0),
})
