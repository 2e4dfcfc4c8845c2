import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data, Parameters } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

/** What people and programs do through the API, and what the audit log says of it afterwards. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const made = async (path: string, parameters: Parameters = {}): Promise<Data> =>
  succeeded(await world.anna.post(path, parameters))
const put = async (path: string, parameters: Parameters): Promise<Data> =>
  succeeded(await world.anna.put(path, parameters))
const gone = async (path: string): Promise<Data> => succeeded(await world.anna.delete(path))
function succeeded({ status, body }: { status: number; body: Data }): Data {
  if (status !== 200) throw new Error(`${status} ${body.errorDescription}`)
  return body.data[0]
}
const role = (number: number) => encodeId('AccessRole', world.accountId, number)
const editor = () => role(0xfffffffe)
const unique = (name: string) => `${name} ${Math.random().toString().slice(2, 10)}`
const group = () => made('/groups', { title: unique('Group') })
const invitation = () => made('/invitations', { email: `${unique('i').replace(' ', '')}@example.com` })
const userType = (number: number) => encodeId('UserType', world.accountId, number)
const regular = 0xffffffff
const admin = 0xfffffffc
const collaborator = 0xfffffffd

interface Case {
  operation: string
  objectType: string
  /** Does it, and says the id of its object and texts that the record holds. */
  act(): Promise<{ id: string; name?: string; details?: Record<string, string> }>
}
const of = (operation: string, objectType: string, act: Case['act']): Case => ({ operation, objectType, act })

const people: Case[] = [
  of('UserRoleChanged', 'User', async () => {
    const { id } = await world.person(unique('Uli'))
    await put(`/users/${id}`, { userTypeId: userType(collaborator) })
    return { id, details: { 'Previous User Role': 'regular', 'User Role': 'collaborator' } }
  }),
  of('UserGrantAdmin', 'User', async () => {
    const { id } = await world.person(unique('Uli'))
    await put(`/users/${id}`, { userTypeId: userType(admin) })
    return { id, details: { 'User Role': 'admin' } }
  }),
  of('UserRevokeAdmin', 'User', async () => {
    const { id } = await world.person(unique('Uli'), { role: 'admin' })
    await put(`/users/${id}`, { userTypeId: userType(regular) })
    return { id, details: { 'Previous User Role': 'admin' } }
  }),
  of('UserDeactivated', 'User', async () => {
    const { id } = await world.person(unique('Uli'))
    await put(`/users/${id}`, { active: false })
    return { id }
  }),
  of('Oauth2AccessRevoked', 'Oauth2Client', async () => {
    const who = await world.person(unique('Uli'))
    await put(`/users/${who.id}`, { active: false })
    const { rows } = await world.store.pool.query('select client_id from application where account_id = $1 limit 1', [
      world.accountId,
    ])
    return { id: rows[0].client_id, name: 'Tests', details: { Token: 'permanent', 'User Id': who.id } }
  }),
  of('UserActivated', 'User', async () => {
    const { id } = await world.person(unique('Uli'))
    await put('/users_bulk', { userIds: [id], active: false }).catch(() => put(`/users/${id}`, { active: false }))
    await put(`/users/${id}`, { active: true })
    return { id }
  }),
  of('UserProfileUpdated', 'User', async () => {
    await put(`/contacts/${world.anna.id}`, { metadata: [{ key: 'color', value: 'green' }] })
    return { id: world.anna.id, name: 'Anna Ash', details: { Changed: 'metadata' } }
  }),
  of('UserCustomFieldValueChanged', 'User', async () => {
    await put(`/contacts/${world.anna.id}`, { customFields: [] })
    return { id: world.anna.id }
  }),
  of('InvitationSend', 'Invitation', async () => {
    const { id, email } = await invitation()
    return { id, name: email, details: { 'User Role': 'regular' } }
  }),
  of('UserRoleChanged', 'Invitation', async () => {
    const { id, email } = await invitation()
    await put(`/invitations/${id}`, { userTypeId: userType(collaborator) })
    return { id, name: email, details: { 'User Role': 'collaborator' } }
  }),
  of('UserDeleted', 'Invitation', async () => {
    const { id, email } = await invitation()
    await gone(`/invitations/${id}`)
    return { id, name: email }
  }),
  of('GroupCreated', 'Group', async () => {
    const { id, title } = await group()
    return { id, name: title }
  }),
  of('GroupRenamed', 'Group', async () => {
    const { id, title } = await group()
    await put(`/groups/${id}`, { title: 'Renamed' })
    return { id, name: 'Renamed', details: { 'Old Name': title, 'New Name': 'Renamed' } }
  }),
  of('GroupMemberAdded', 'Group', async () => {
    const { id } = await group()
    await put(`/groups/${id}`, { addMembers: [world.ben.id, world.cleo.id] })
    return { id, details: { 'User Id': `${world.ben.id}, ${world.cleo.id}` } }
  }),
  of('GroupMemberRemoved', 'Group', async () => {
    const { id } = await group()
    await put('/groups_bulk', { members: [{ id, removeMembers: [world.ben.id] }] })
    return { id, details: { 'User Id': world.ben.id } }
  }),
  of('GroupInviteeAdded', 'Group', async () => {
    const { id } = await group()
    await put(`/groups/${id}`, { addInvitations: [(await invitation()).id] })
    return { id }
  }),
  of('GroupInviteeRemoved', 'Group', async () => {
    const { id } = await group()
    await put(`/groups/${id}`, { removeInvitations: [(await invitation()).id] })
    return { id }
  }),
  of('GroupParentAdded', 'Group', async () => {
    const [{ id }, parent] = [await group(), await group()]
    await put(`/groups/${id}`, { parent: parent.id })
    return { id, details: { 'Parent Group Id': parent.id } }
  }),
  of('GroupParentRemoved', 'Group', async () => {
    const [{ id }, parent, other] = [await group(), await group(), await group()]
    await put(`/groups/${id}`, { parent: parent.id })
    await put(`/groups/${id}`, { parent: other.id })
    return { id, details: { 'Parent Group Id': parent.id } }
  }),
  of('GroupDeleted', 'Group', async () => {
    const { id, title } = await group()
    await gone(`/groups/${id}`)
    return { id, name: title }
  }),
]

const settings: Case[] = [
  of('AccountModified', 'Account', async () => {
    await put('/account', { metadata: [{ key: 'color', value: 'green' }] })
    return { id: world.account, name: 'Acme' }
  }),
  of('WorkflowCreated', 'Workflow', async () => {
    const { id } = await made('/workflows', { name: 'Flow' })
    return { id, name: 'Flow' }
  }),
  of('WorkflowModified', 'Workflow', async () => {
    const { id } = await made('/workflows', { name: 'Flow' })
    await put(`/workflows/${id}`, { name: 'Flood' })
    return { id, name: 'Flood' }
  }),
  of('WorkflowArchived', 'Workflow', async () => {
    const { id } = await made('/workflows', { name: 'Flow' })
    await put(`/workflows/${id}`, { hidden: true })
    return { id }
  }),
  of('WorkflowUnarchived', 'Workflow', async () => {
    const { id } = await made('/workflows', { name: 'Flow' })
    await put(`/workflows/${id}`, { hidden: true })
    await put(`/workflows/${id}`, { hidden: false })
    return { id }
  }),
  of('CustomFieldCreated', 'CustomField', async () => {
    const { id } = await made('/customfields', { title: 'Depth', type: 'Text' })
    return { id, name: 'Depth' }
  }),
  of('CustomFieldModified', 'CustomField', async () => {
    const { id } = await made('/customfields', { title: 'Depth', type: 'Text' })
    await put(`/customfields/${id}`, { title: 'Width' })
    return { id, name: 'Width' }
  }),
  of('CustomFieldAddedToFolder', 'Folder', async () => {
    const field = await made('/customfields', { title: 'Depth', type: 'Text' })
    const { id } = await world.folder({ title: 'Reeds' })
    await put(`/folders/${id}`, { customColumns: [field.id] })
    return { id, name: 'Reeds', details: { 'Custom Field Id': field.id } }
  }),
  of('CustomFieldRemovedFromFolder', 'Folder', async () => {
    const field = await made('/customfields', { title: 'Depth', type: 'Text' })
    const { id } = await world.folder()
    await put(`/folders/${id}`, { customColumns: [field.id] })
    await put(`/folders/${id}`, { clearCustomColumns: true })
    return { id, details: { 'Custom Field Id': field.id } }
  }),
]

const spaces: Case[] = [
  of('SpaceCreated', 'Space', async () => {
    const { id } = await made('/spaces', { title: 'Orchard', accessType: 'Private' })
    return { id, name: 'Orchard' }
  }),
  of('UserJoinedSpace', 'Space', async () => {
    const { id } = await made('/spaces', { title: 'Orchard', accessType: 'Private' })
    await put(`/spaces/${id}`, { membersAdd: [{ id: world.ben.id, accessRoleId: editor(), isManager: false }] })
    return { id, details: { 'User Id': world.ben.id } }
  }),
  of('UserTaskGroupRolesChanged', 'Space', async () => {
    const { id } = await made('/spaces', { title: 'Orchard', accessType: 'Private' })
    const ben = { id: world.ben.id, isManager: false }
    await put(`/spaces/${id}`, { membersAdd: [{ ...ben, accessRoleId: editor() }] })
    await put(`/spaces/${id}`, { membersUpdate: [{ ...ben, accessRoleId: role(0xfffffffd) }] })
    return { id, details: { 'User Id': world.ben.id } }
  }),
  of('UserLeftSpace', 'Space', async () => {
    const { id } = await made('/spaces', { title: 'Orchard', accessType: 'Private' })
    await put(`/spaces/${id}`, { membersAdd: [{ id: world.ben.id, accessRoleId: editor(), isManager: false }] })
    await put(`/spaces/${id}`, { membersRemove: [world.ben.id] })
    return { id, details: { 'User Id': world.ben.id } }
  }),
  of('SpaceDeleted', 'Space', async () => {
    const { id } = await made('/spaces', { title: 'Orchard', accessType: 'Private' })
    await world.anna.delete(`/spaces/${id}`)
    return { id, name: 'Orchard' }
  }),
]

describe.each([...people, ...settings, ...spaces])('$operation of a $objectType', ({ operation, objectType, act }) => {
  test('is recorded with who, when, where and what', async () => {
    const { id, name, details = {} } = await act()
    const { status, body } = await world.anna.get('/audit_log', { operations: [operation], pageSize: 1 })
    expect(status).toBe(200)
    const [record] = body.data
    expect(record).toMatchObject({ operation, objectType, objectId: id, details })
    expect(record).toMatchObject({ userId: world.anna.id, userEmail: 'anna@example.com', ipAddress: '127.0.0.1' })
    expect(record.sourceType).toBe('APIv4')
    expect(Math.abs(Date.now() - Date.parse(record.eventDate))).toBeLessThan(10_000)
    if (name !== undefined) expect(record.objectName).toBe(name)
  })
})
