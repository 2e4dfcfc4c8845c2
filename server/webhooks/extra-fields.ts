import type { Kysely } from 'kysely'
import { type Caller, loadCaller } from '#access/caller.ts'
import type { Database } from '#database/schema.ts'
import { visibleFolders } from '#resources/folders/access.ts'
import { presentFolder } from '#resources/folders/presenter.ts'
import { byIdWishes, visibleTasks } from '#resources/tasks/access.ts'
import { presentTask } from '#resources/tasks/presenter.ts'
import type { ExtraField } from '#resources/webhooks/contract.ts'
import type { Hook } from './audience.ts'
import type { Report } from './match.ts'

/**
 * Adds the members of the item that webhooks asked for (`parameterisedEvents`), as the API shows them to the webhook's
 * owner at this moment. What the event itself says of the same name stays.
 */
export async function addExtraFields(
  transaction: Kysely<Database>,
  reports: ReadonlyMap<Hook, readonly Report[]>,
): Promise<void> {
  for (const [hook, all] of reports) {
    const wanting = all
      .map((report) => ({ report, fields: fieldsOf(hook, report) }))
      .filter(({ fields }) => fields.length > 0)
    if (wanting.length === 0) continue
    const { account_id: accountId, person_id: personId, client_id } = hook
    const owner = await loadCaller(transaction, { accountId, personId, clientId: client_id ?? '', scopes: [] })
    if (!owner) continue
    const items = await itemsOf(
      owner,
      wanting.map(({ report }) => report),
    )
    for (const { report, fields } of wanting) {
      const item = items.get(`${report.facet.on} ${report.facet.id}`) ?? {}
      for (const field of fields) if (!(field in report.json) && field in item) report.json[field] = item[field]
    }
  }
}

const fieldsOf = (hook: Hook, { facet }: Report): ExtraField[] =>
  (hook.parameterised?.find((one) => one.eventType === facet.eventType)?.fields ?? []) as ExtraField[]

async function itemsOf(owner: Caller, reports: readonly Report[]): Promise<Map<string, Record<string, unknown>>> {
  const idsOf = (on: 'task' | 'folder') => [
    ...new Set(reports.filter(({ facet }) => facet.on === on).map(({ facet }) => facet.id)),
  ]
  const wishes = byIdWishes()
  const tasks = await visibleTasks(owner, idsOf('task'), wishes)
  const folders = await visibleFolders(owner, idsOf('folder'))
  return new Map<string, Record<string, unknown>>([
    ...tasks.map((row) => [`task ${row.task_id}`, { ...presentTask(owner, row, wishes) }] as const),
    ...folders.map(
      (row) =>
        [`folder ${row.folder_id}`, { ...presentFolder(owner, row, { fields: new Set(), byId: true }) }] as const,
    ),
  ])
}
