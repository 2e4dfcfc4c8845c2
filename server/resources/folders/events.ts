import type { Selectable } from '#database/sql.ts'
import type { EventRecord } from '#events/change.ts'
import type { Concerned } from '../mentions/concerned.ts'
import type { FolderTables } from './tables.ts'

type Row = Selectable<FolderTables['folder']>

/** A folder's or project's event; what it says of before and after depends on the type. */
export const folderEvent = (
  type: string,
  folderId: number,
  said: Pick<EventRecord, 'before' | 'after'> = {},
): EventRecord => ({
  type,
  entityType: 'folder',
  entityId: folderId,
  ...said,
})

export const folderCreated = (folder: Row, parentIds: readonly number[], concerned: Concerned): EventRecord =>
  folderEvent(folder.is_project ? 'ProjectCreated' : 'FolderCreated', folder.folder_id, {
    after: { title: folder.title, parentIds, ...concerned },
  })

export const folderDeleted = (folder: Row): EventRecord =>
  folderEvent(folder.is_project ? 'ProjectDeleted' : 'FolderDeleted', folder.folder_id, {
    before: { title: folder.title },
  })

export const folderRestored = (folder: Row): EventRecord =>
  folderEvent('FolderRestored', folder.folder_id, { after: { title: folder.title } })

/** What differs between two states of a folder, one event for each kind of difference. */
export function folderChanges(before: Row, after: Row): EventRecord[] {
  const differs = (...columns: (keyof Row)[]) =>
    columns.some((column) => JSON.stringify(before[column]) !== JSON.stringify(after[column]))
  const pick = (row: Row, ...columns: (keyof Row)[]) =>
    Object.fromEntries(columns.map((column) => [column, row[column]]))
  const event = (type: string, ...columns: (keyof Row)[]): EventRecord[] =>
    differs(...columns)
      ? [folderEvent(type, after.folder_id, { before: pick(before, ...columns), after: pick(after, ...columns) })]
      : []
  return [
    ...event('FolderTitleChanged', 'title'),
    ...event('FolderDescriptionChanged', 'description'),
    ...event('FolderCustomFieldChanged', 'custom_fields'),
    ...event('FolderMetadataChanged', 'metadata'),
    ...event('FolderColumnsChanged', 'custom_columns'),
    ...event('ProjectStatusChanged', 'project_status_id'),
    ...event('ProjectDatesChanged', 'project_start', 'project_end'),
    ...event('FolderConverted', 'is_project', 'custom_item_type_id'),
    ...event('ProjectBudgetChanged', 'budget', 'contract_type'),
  ]
}
