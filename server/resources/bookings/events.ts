import type { EventRecord } from '#events/change.ts'
import type { BookingRow } from './access.ts'

type Said = Omit<BookingRow, 'title'>

/** A booking's event: created, changed or deleted. */
export const bookingEvent = (
  type: 'BookingCreated' | 'BookingChanged' | 'BookingDeleted',
  said: { before?: Said; after?: Said },
): EventRecord => ({
  type,
  entityType: 'booking',
  entityId: (said.after ?? (said.before as Said)).booking_id,
  ...(said.before ? { before: shown(said.before) } : {}),
  ...(said.after ? { after: shown(said.after) } : {}),
})

const shown = (row: Said) => ({
  folderId: row.folder_id,
  personId: row.person_id,
  assetId: row.asset_id,
  placeholderId: row.placeholder_id,
  startDate: row.start_date,
  finishDate: row.finish_date,
  effort: row.effort,
})
