import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import type { Role } from '#access/roles.ts'
import { accessRoleNumber } from '#access/roles.ts'
import { formatInstant } from '#contract/dates.ts'
import { planHas } from '#contract/plans.ts'
import { versioned } from '#contract/versions.ts'
import type { Selectable } from '#database/sql.ts'
import { permalink } from '#http/public-url.ts'
import { encodeAccountId, encodeId } from '#ids/encode.ts'
import { ROOT_FOLDER } from '#ids/types.ts'
import { briefDescription } from '#richtext/brief.ts'
import { presentMetadata } from '../account/metadata.ts'
import type { cascadesOf } from '../cascading-fields/presenter.ts'
import { presentCustomFields } from '../custom-fields/values.ts'
import type { Money } from '../finance/queries.ts'
import type { Folder, Project } from './contract/models.ts'
import { nameOfStatus } from './project-status.ts'
import type { FolderTables } from './tables.ts'

/** A folder with what its answer needs from other rows (columns.ts). */
export type FolderRow = Selectable<FolderTables['folder']> & {
  parents: number[]
  children: number[]
  shared: number[]
  invited?: number[]
  owners: number[]
  access_roles?: [number, Role][]
  attachment_count?: number
}

export interface FolderWishes {
  fields?: ReadonlySet<string>
  /** Answers to reads by id and to writes bring more without asking. */
  byId?: boolean
  withInvitations?: boolean | undefined
  plainTextCustomFields?: boolean | undefined
  /** What the projects cost and bring, where it is wished for and the caller may know it. */
  finance?: ReadonlyMap<number, Money> | undefined
  /** Cascades that start at the folders, where they are wished for. */
  cascades?: Awaited<ReturnType<typeof cascadesOf>>
}

/** Row → Folder. What is not known of it stays away. */
export function presentFolder(caller: Caller, row: FolderRow, wishes: FolderWishes = {}): Static<typeof Folder> {
  const wants = (field: string) => wishes.fields?.has(field) ?? false
  const gives = (field: string) => wishes.byId === true || wants(field)
  const folder = (number: number) => encodeId('Folder', caller.accountId, number)
  const contact = (number: number) => encodeId('Contact', caller.accountId, number)
  const values = gives('customFields')
    ? presentCustomFields(caller, row.custom_fields, { plainText: wishes.plainTextCustomFields })
    : undefined
  const invited = wishes.withInvitations ? (row.invited ?? []) : []
  const presented: Static<typeof Folder> = {
    id: folder(row.folder_id),
    accountId: encodeAccountId(caller.accountId),
    title: row.title,
    createdDate: formatInstant(row.created_at),
    updatedDate: formatInstant(row.updated_at),
    ...(wants('briefDescription') ? { briefDescription: briefDescription(row.description) } : {}),
    ...(gives('description') ? { description: row.description } : {}),
    color: row.color,
    sharedIds: [
      ...row.shared.map(contact),
      ...invited.map((number) => encodeId('Invitation', caller.accountId, number)),
    ],
    // What hangs under nothing the caller sees hangs under its root.
    parentIds: (row.parents.length > 0 ? row.parents : [ROOT_FOLDER]).map(folder),
    childIds: row.children.map(folder),
    ...(gives('superParentIds') ? { superParentIds: [] } : {}),
    scope: row.deleted_at ? 'RbFolder' : 'WsFolder',
    ...(gives('hasAttachments') ? { hasAttachments: (row.attachment_count ?? 0) > 0 } : {}),
    ...(wants('attachmentCount') ? { attachmentCount: row.attachment_count ?? 0 } : {}),
    permalink: permalink(row.folder_id),
    workflowId: encodeId('Workflow', caller.accountId, row.workflow_id),
    ...(gives('metadata') ? { metadata: presentMetadata(caller, row.metadata) } : {}),
    ...(values ? { customFields: values } : {}),
    ...(wants('customColumnIds')
      ? { customColumnIds: row.custom_columns.map((number) => encodeId('CustomField', caller.accountId, number)) }
      : {}),
    ...(row.is_project
      ? {
          project: presentProject(
            caller,
            row,
            wants('contractType') && planHas(caller.plan, 'billing'),
            wishes.finance?.get(row.folder_id),
          ),
        }
      : {}),
    ...(wants('customItemTypeId') && row.custom_item_type_id
      ? { customItemTypeId: encodeId('CustomItemType', caller.accountId, row.custom_item_type_id) }
      : {}),
    ...(wants('space') && row.is_space ? { space: true } : {}),
    ...(wants('accessRoles') && row.access_roles ? { userAccessRoles: presentRoles(caller, row.access_roles) } : {}),
    ...(wishes.cascades ? { cascadingFieldSettings: wishes.cascades.get(row.folder_id) ?? [] } : {}),
  }
  return versioned(presented, row.version)
}

/** The project part of a folder. */
export function presentProject(
  caller: Caller,
  row: FolderRow,
  withContractType = false,
  finance?: Money,
): Static<typeof Project> {
  const status = row.project_status_id ?? 0
  return {
    authorId: encodeId('Contact', caller.accountId, row.project_author_id ?? row.author_id),
    ownerIds: row.owners.map((number) => encodeId('Contact', caller.accountId, number)),
    status: nameOfStatus(status),
    customStatusId: encodeId('CustomStatus', caller.accountId, status),
    ...(row.project_start ? { startDate: row.project_start } : {}),
    ...(row.project_end ? { endDate: row.project_end } : {}),
    createdDate: formatInstant(row.project_created_at ?? row.created_at),
    ...(row.project_completed_at ? { completedDate: formatInstant(row.project_completed_at) } : {}),
    ...(withContractType && row.contract_type ? { contractType: row.contract_type } : {}),
    ...(finance ? { finance } : {}),
  }
}

function presentRoles(caller: Caller, roles: readonly [number, Role][]): Record<string, string> {
  return Object.fromEntries(
    roles.map(([principal, role]) => [
      encodeId('Contact', caller.accountId, principal),
      encodeId('AccessRole', caller.accountId, accessRoleNumber(role)),
    ]),
  )
}
