import {
  type Contact,
  type CustomField,
  type CustomItemType,
  getAccount,
  queryContacts,
  queryCustomFields,
  queryCustomItemTypes,
} from '@taskwright/sdk'
import { useMemo } from 'react'
import { useRead } from './api.ts'
import { type Places, usePlaces } from './folders.ts'
import { usePeople } from './people.ts'
import { type Statuses, useStatuses } from './statuses.ts'
import type { Viewer } from './view-query.ts'

/** What the values of tasks mean: names for ids, and the order that names come in. */
export interface ViewFacts {
  statuses: Statuses
  people: ReadonlyMap<string, Contact>
  /** Fields of work items, by id. */
  customFields: ReadonlyMap<string, CustomField>
  itemTypes: ReadonlyMap<string, CustomItemType>
  places: Places
  viewer: Viewer
}

/** Undefined until all is read that tasks can't be shown without. */
export function useViewFacts(): ViewFacts | undefined {
  const statuses = useStatuses()
  const people = usePeople()
  const places = usePlaces()
  const fields = useRead(queryCustomFields, {})
  const types = useRead(queryCustomItemTypes, {})
  const me = useRead(queryContacts, { me: true }).data?.[0]?.id
  const account = useRead(getAccount, {}).data?.[0]
  // Without its fields a place is still shown; asked for again by what is drawn then, they must not take it away.
  const isRead = fields.data || fields.errorUpdateCount > 0
  return useMemo(() => {
    if (!statuses || !places || !isRead || !account || !me) return undefined
    return {
      statuses,
      people,
      places,
      customFields: byId(fields.data ?? []),
      itemTypes: byId(types.data ?? []),
      viewer: { contactId: me, firstDayOfWeek: account.firstDayOfWeek },
    }
  }, [statuses, people, places, isRead, fields.data, types.data, me, account])
}

const byId = <Row extends { id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]))
