import { encodeId } from '#ids/encode.ts'
import type { WebhookWorld } from '../webhook-world.ts'
import { type Cause, cause, type Members, row } from './cause.ts'

const project = (world: WebhookWorld, members: Members = {}) => world.folder({ title: 'Project', project: members })
const editor = ({ accountId }: WebhookWorld) => encodeId('AccessRole', accountId, 0xfffffffe)

/** A folder, or with `project` a project, is made and changed; the event has its id and what `told` says. */
const change = (
  eventType: Cause['eventType'],
  when: string,
  {
    from = {},
    to,
    told,
  }: { from?: Members; to: (world: WebhookWorld) => Members; told: (world: WebhookWorld) => Members },
): Cause =>
  cause(eventType, when, async (world) => {
    const folder = await world.folder(from)
    return async () => {
      await row(world.anna.put(`/folders/${folder.id}`, to(world)))
      return { folderId: folder.id, ...told(world) }
    }
  })

const made = (what: string, path: (world: WebhookWorld) => string, parameters: Members): Cause[] => [
  cause('FolderCreated', `a ${what} is made`, async (world) => async () => ({
    folderId: (await row(world.anna.post(path(world), parameters))).id,
  })),
  cause('FolderDeleted', `a ${what} is deleted`, async (world) => {
    const { id } = await row(world.anna.post(path(world), parameters))
    return async () => {
      await row(world.anna.delete(`/${what === 'space' ? 'spaces' : 'folders'}/${id}`))
      return { folderId: id }
    }
  }),
]
const inGarden = ({ garden }: WebhookWorld) => `/folders/${garden.id}/folders`

/** How each event of a folder, project or space comes about. */
export const ofFolders: readonly Cause[] = [
  ...made('folder', inGarden, { title: 'Made' }),
  ...made('project', inGarden, { title: 'Made', project: {} }),
  ...made('space', () => '/spaces', { title: 'Made', accessType: 'Private' }),
  change('FolderTitleChanged', 'a folder is renamed', {
    from: { title: 'Bank' },
    to: () => ({ title: 'Shore' }),
    told: () => ({ oldValue: 'Bank', title: 'Shore' }),
  }),
  change('FolderDescriptionChanged', 'it is described', {
    to: () => ({ description: 'Wet' }),
    told: () => ({}),
  }),
  cause('FolderParentsAdded', 'it is placed elsewhere too', async (world) => {
    const [folder, other] = [await world.folder(), await world.folder()]
    return async () => {
      await row(world.anna.put(`/folders/${folder.id}`, { addParents: [other.id] }))
      return { folderId: folder.id, addedParents: [other.id] }
    }
  }),
  cause('FolderParentsRemoved', 'it is taken from one of two places', async (world) => {
    const [folder, other] = [await world.folder(), await world.folder()]
    await row(world.anna.put(`/folders/${folder.id}`, { addParents: [other.id] }))
    return async () => {
      await row(world.anna.put(`/folders/${folder.id}`, { removeParents: [other.id] }))
      return { folderId: folder.id, removedParents: [other.id] }
    }
  }),
  change('FolderSharedsAdded', 'it is shared', {
    to: ({ dan }) => ({ addShareds: [dan.id] }),
    told: ({ dan }) => ({ addedShareds: [dan.id] }),
  }),
  cause('FolderSharedsAdded', 'somebody joins a space', async (world) => {
    const space = await row(world.anna.post('/spaces', { title: 'Open', accessType: 'Private' }))
    return async () => {
      const membersAdd = [{ id: world.dan.id, accessRoleId: editor(world), isManager: false }]
      await row(world.anna.put(`/spaces/${space.id}`, { membersAdd }))
      return { folderId: space.id, addedShareds: [world.dan.id] }
    }
  }),
  cause('FolderSharedsRemoved', 'it is shared no more', async (world) => {
    const folder = await world.folder({ shareds: [world.dan.id] })
    return async () => {
      await row(world.anna.put(`/folders/${folder.id}`, { removeShareds: [world.dan.id] }))
      return { folderId: folder.id, removedShareds: [world.dan.id] }
    }
  }),
  cause('FolderCustomFieldChanged', 'a number gets a value', async (world) => {
    const field = await row(world.anna.post('/customfields', { title: 'Width', type: 'Numeric' }))
    const folder = await world.folder()
    return async () => {
      await row(world.anna.put(`/folders/${folder.id}`, { customFields: [{ id: field.id, value: '7' }] }))
      return { folderId: folder.id, customFieldId: field.id, value: '"7"' }
    }
  }),
  change('ProjectDatesChanged', 'a project gets another end', {
    from: { project: { startDate: '2026-03-02', endDate: '2026-03-20' } },
    to: () => ({ project: { endDate: '2026-03-27' } }),
    told: () => ({
      oldValue: { startDate: '2026-03-02', endDate: '2026-03-20' },
      dates: { startDate: '2026-03-02', endDate: '2026-03-27' },
    }),
  }),
  change('ProjectOwnersAdded', 'it gets an owner', {
    from: { project: {} },
    to: ({ ben }) => ({ project: { ownersAdd: [ben.id] } }),
    told: ({ ben }) => ({ addedOwners: [ben.id] }),
  }),
  cause('ProjectOwnersRemoved', 'an owner leaves it', async (world) => {
    const folder = await project(world, { ownerIds: [world.ben.id] })
    return async () => {
      await row(world.anna.put(`/folders/${folder.id}`, { project: { ownersRemove: [world.ben.id] } }))
      return { folderId: folder.id, removedOwners: [world.ben.id] }
    }
  }),
  cause('ProjectStatusChanged', 'it is completed', async (world) => {
    const folder = await project(world)
    const statusOf = async () => (await row(world.anna.get(`/folders/${folder.id}`))).project
    const before = await statusOf()
    return async () => {
      await row(world.anna.put(`/folders/${folder.id}`, { project: { status: 'Completed' } }))
      const after = await statusOf()
      return {
        folderId: folder.id,
        oldStatus: before.status,
        status: 'Completed',
        oldCustomStatusId: before.customStatusId,
        customStatusId: after.customStatusId,
      }
    }
  }),
  cause('WorkItemTypeChanged', 'a project becomes one of another type', async (world) => {
    const type = (title: string) => row(world.anna.post('/custom_item_types', { title, relatedType: 'Project' }))
    const [from, to] = [await type('Trip'), await type('Fair')]
    const folder = await world.folder({ project: {}, customItemTypeId: from.id })
    return async () => {
      await row(world.anna.put(`/folders/${folder.id}`, { convertToCustomItemType: to.id }))
      return {
        workItemId: folder.id,
        oldWorkItemTypeId: from.id,
        newWorkItemTypeId: to.id,
        newWorkItemTypeTitle: 'Fair',
      }
    }
  }),
]
