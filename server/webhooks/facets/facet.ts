import type { Selectable } from '#database/sql.ts'
import type { EventTables } from '#events/tables.ts'
import { encodeId } from '#ids/encode.ts'
import type { WebhookEventType } from '#resources/webhooks/event-types.ts'

export type EventRow = Selectable<EventTables['event']>

/** One thing that webhooks can report of a change: title and dates changed in one call are two of them. */
export interface Facet {
  eventType: WebhookEventType
  on: 'task' | 'folder'
  /** Number of the task or folder. */
  id: number
  event: Pick<EventRow, 'occurred_at' | 'actor_id'>
  /** Folders it has just left: webhooks of these hear of it too. */
  left: readonly number[]
  /** Folders that are named; one that the webhook's owner does not see is left out, and if none is left, all of it. */
  folders?: { member: string; ids: readonly number[] }
  /** Members that every webhook gets. */
  said: Record<string, unknown>
  /** Types that an item had and has. */
  itemTypes?: { from: number | null; to: number | null }
  /** The field whose value changed, for webhooks that want certain fields only. */
  customField?: number
  /** The task that was made is one of a series. */
  recurrent?: boolean
}

/** What an event says, read as the change wrote it. */
export interface Said {
  account: number
  event: EventRow
  before: Record<string, unknown>
  after: Record<string, unknown>
}

export const said = (event: EventRow): Said => ({
  account: event.account_id,
  event,
  before: (event.before ?? {}) as Record<string, unknown>,
  after: (event.after ?? {}) as Record<string, unknown>,
})

/** A facet of the item that the event is about. */
export const facet = (
  { event }: Said,
  on: Facet['on'],
  eventType: WebhookEventType,
  members: Record<string, unknown> = {},
  more: Partial<Facet> = {},
): Facet => ({ eventType, on, id: event.entity_id, event, left: [], said: members, ...more })

/** A task or project became one of another type, or of none. */
export const itemTypeFacet = (about: Said, on: Facet['on']): Facet =>
  facet(
    about,
    on,
    'WorkItemTypeChanged',
    {},
    {
      itemTypes: {
        from: about.before.custom_item_type_id as number | null,
        to: about.after.custom_item_type_id as number | null,
      },
    },
  )

/** Ids of people and groups. */
export const contacts = (account: number, numbers: unknown): string[] =>
  ((numbers ?? []) as number[]).map((number) => encodeId('Contact', account, number))

/** Added and removed in one event → an event type for each that is not empty. */
export function addedAndRemoved(
  about: Said,
  added: readonly [WebhookEventType, string],
  removed: readonly [WebhookEventType, string],
  change: { added?: unknown; removed?: unknown },
): Facet[] {
  const of = ([type, member]: readonly [WebhookEventType, string], numbers: unknown) =>
    Array.isArray(numbers) && numbers.length > 0
      ? [facet(about, 'folder', type, { [member]: contacts(about.account, numbers) })]
      : []
  return [...of(added, change.added), ...of(removed, change.removed)]
}

/** Each custom field whose value changed; values are JSON text, so that a text has quotes of its own. */
export function customFieldFacets(
  about: Said,
  on: Facet['on'],
  type: 'TaskCustomFieldChanged' | 'FolderCustomFieldChanged',
): Facet[] {
  const before = (about.before.custom_fields ?? {}) as Record<string, unknown>
  const after = (about.after.custom_fields ?? {}) as Record<string, unknown>
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => before[field] !== after[field])
    .map((field) =>
      facet(
        about,
        on,
        type,
        {
          customFieldId: encodeId('CustomField', about.account, Number(field)),
          ...(before[field] === undefined ? {} : { oldValue: JSON.stringify(before[field]) }),
          ...(after[field] === undefined ? {} : { value: JSON.stringify(after[field]) }),
        },
        { customField: Number(field) },
      ),
    )
}
