import { formatInstant } from '#contract/dates.ts'
import { encodeId } from '#ids/encode.ts'
import { isLogicalFolder } from '#ids/types.ts'
import type { Hook } from './audience.ts'
import type { Facet } from './facets/facet.ts'
import type { ItemTypes } from './item-types.ts'
import type { Places } from './places.ts'
import type { Sight } from './sight.ts'

/** Where the items of some facets lie, who sees them and what they are. */
export type Surroundings = Places & Pick<Sight, 'sees'> & ItemTypes

/** An event on its way to one webhook, as JSON, still without the webhook's id. */
export interface Report {
  facet: Facet
  json: Record<string, unknown>
}

/** Finds for each webhook what it is to be told, in the order of the events. */
export function match(
  facets: readonly Facet[],
  hooks: readonly Hook[],
  accountId: number,
  where: Surroundings,
): Map<Hook, Report[]> {
  const ofAccount = hooks.filter((hook) => hook.folder_id === null)
  const ofFolder = Map.groupBy(
    hooks.filter((hook) => hook.folder_id !== null),
    (hook) => hook.folder_id as number,
  )
  const reports = new Map<Hook, Report[]>()
  for (const facet of facets) {
    const near = where.near(facet)
    const folders = new Set([...where.around(facet), ...near])
    const json = { ...presentFacet(facet, accountId), ...presentItemTypes(facet, accountId, where) }
    const itemType = where.typeOf(facet)
    for (const hook of [...ofAccount, ...[...folders].flatMap((folder) => ofFolder.get(folder) ?? [])]) {
      if (hook.folder_id !== null && !hook.recursive && !near.has(hook.folder_id)) continue
      if (hook.custom_item_type_ids && !(itemType !== null && hook.custom_item_type_ids.includes(itemType))) continue
      if (!wants(hook, facet) || !where.sees(hook.person_id, facet.on, facet.id)) continue
      const own = withFolders(facet, hook, accountId, where)
      if (!own) continue
      const known = reports.get(hook)
      const report = { facet, json: { ...json, ...own } }
      if (known) known.push(report)
      else reports.set(hook, [report])
    }
  }
  return reports
}

/** Whether a webhook asked for events like this one, and was there when it happened. */
function wants(hook: Hook, { eventType, event, customField, recurrent }: Facet): boolean {
  if (hook.event_types && !hook.event_types.includes(eventType)) return false
  if (event.occurred_at < hook.active_since) return false
  const filter = hook.parameterised?.find((one) => one.eventType === eventType)?.filter
  if (filter?.recurrent !== undefined && filter.recurrent !== (recurrent ?? false)) return false
  return !filter?.customFields || (customField !== undefined && filter.customFields.includes(customField))
}

const presentFacet = ({ event, eventType, on, id, said }: Facet, accountId: number): Record<string, unknown> => ({
  ...(event.actor_id === null ? {} : { eventAuthorId: encodeId('Contact', accountId, event.actor_id) }),
  eventType,
  lastUpdatedDate: formatInstant(event.occurred_at),
  ...(eventType === 'WorkItemTypeChanged'
    ? { workItemId: encodeId(on === 'task' ? 'Task' : 'Folder', accountId, id) }
    : eventType === 'ImportFromFileCompleted'
      ? { parentTaskGroupId: encodeId('Folder', accountId, id) }
      : on === 'task'
        ? { taskId: encodeId('Task', accountId, id) }
        : { folderId: encodeId('Folder', accountId, id) }),
  ...said,
})

function presentItemTypes({ itemTypes }: Facet, accountId: number, where: Surroundings): Record<string, unknown> {
  if (!itemTypes) return {}
  const { from, to } = itemTypes
  return {
    ...(from === null ? {} : { oldWorkItemTypeId: encodeId('CustomItemType', accountId, from) }),
    ...(to === null
      ? {}
      : { newWorkItemTypeId: encodeId('CustomItemType', accountId, to), newWorkItemTypeTitle: where.titleOf(to) }),
  }
}

/** The folders that a facet names, as far as the webhook's owner sees them; undefined if it sees none. */
function withFolders({ folders }: Facet, hook: Hook, accountId: number, where: Surroundings) {
  if (!folders) return {}
  const seen = folders.ids.filter((id) => isLogicalFolder(id) || where.sees(hook.person_id, 'folder', id))
  return seen.length === 0 ? undefined : { [folders.member]: seen.map((id) => encodeId('Folder', accountId, id)) }
}
