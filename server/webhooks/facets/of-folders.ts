import { encodeId } from '#ids/encode.ts'
import { nameOfStatus } from '#resources/folders/project-status.ts'
import { addedAndRemoved, customFieldFacets, type Facet, facet, itemTypeFacet, type Said } from './facet.ts'

type Reader = (about: Said) => Facet[]

const created: Reader = (about) => [facet(about, 'folder', 'FolderCreated')]
const deleted: Reader = (about) => [facet(about, 'folder', 'FolderDeleted')]
const shared: Reader = (about) =>
  addedAndRemoved(
    about,
    ['FolderSharedsAdded', 'addedShareds'],
    ['FolderSharedsRemoved', 'removedShareds'],
    about.after,
  )

/** Event of a folder, project or space → what webhooks report of it. */
export const ofFolders: Record<string, Reader> = {
  FolderCreated: created,
  ProjectCreated: created,
  SpaceCreated: created,
  FolderDeleted: deleted,
  ProjectDeleted: deleted,
  SpaceDeleted: deleted,
  FolderTitleChanged: (about) => titleChanged(about),
  FolderDescriptionChanged: (about) => [facet(about, 'folder', 'FolderDescriptionChanged')],
  FolderSharingChanged: shared,
  ProjectSharingChanged: shared,
  FolderParentsChanged: (about) => parentsChanged(about),
  FolderCustomFieldChanged: (about) => customFieldFacets(about, 'folder', 'FolderCustomFieldChanged'),
  FolderConverted: (about) =>
    about.before.custom_item_type_id === about.after.custom_item_type_id ? [] : [itemTypeFacet(about, 'folder')],
  SpaceUpdated: (about) => [...titleChanged(about), ...membersChanged(about)],
  ProjectDatesChanged: (about) => [
    facet(about, 'folder', 'ProjectDatesChanged', { oldValue: dates(about.before), dates: dates(about.after) }),
  ],
  ProjectOwnersChanged: (about) =>
    addedAndRemoved(
      about,
      ['ProjectOwnersAdded', 'addedOwners'],
      ['ProjectOwnersRemoved', 'removedOwners'],
      about.after,
    ),
  ProjectStatusChanged: (about) => [
    facet(about, 'folder', 'ProjectStatusChanged', {
      ...status(about, about.before, ['oldStatus', 'oldCustomStatusId']),
      ...status(about, about.after, ['status', 'customStatusId']),
    }),
  ],
}

function titleChanged(about: Said): Facet[] {
  const { before, after } = about
  return before.title === after.title
    ? []
    : [facet(about, 'folder', 'FolderTitleChanged', { oldValue: before.title, title: after.title })]
}

function parentsChanged(about: Said): Facet[] {
  const { added = [], removed = [] } = about.after as { added?: number[]; removed?: number[] }
  return [
    ...(added.length === 0
      ? []
      : [facet(about, 'folder', 'FolderParentsAdded', {}, { folders: { member: 'addedParents', ids: added } })]),
    ...(removed.length === 0
      ? []
      : [
          facet(
            about,
            'folder',
            'FolderParentsRemoved',
            {},
            { left: removed, folders: { member: 'removedParents', ids: removed } },
          ),
        ]),
  ]
}

/** A space is shared with its members. */
function membersChanged(about: Said): Facet[] {
  const ids = (members: unknown) => new Set(((members ?? []) as { id: number }[]).map(({ id }) => id))
  const [were, are] = [ids(about.before.members), ids(about.after.members)]
  return addedAndRemoved(about, ['FolderSharedsAdded', 'addedShareds'], ['FolderSharedsRemoved', 'removedShareds'], {
    added: [...are].filter((id) => !were.has(id)),
    removed: [...were].filter((id) => !are.has(id)),
  })
}

const dates = (columns: Record<string, unknown>) => ({
  ...(columns.project_start ? { startDate: columns.project_start } : {}),
  ...(columns.project_end ? { endDate: columns.project_end } : {}),
})

function status(about: Said, columns: Record<string, unknown>, [name, id]: [string, string]) {
  const number = columns.project_status_id as number | null
  return number === null ? {} : { [name]: nameOfStatus(number), [id]: encodeId('CustomStatus', about.account, number) }
}
