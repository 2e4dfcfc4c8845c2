import type { Examples } from './index.ts'

/** The account, its people, and what they may do and cost. */
export const people: Examples = {
  modifyAccount: () => ({ metadata: [{ key: 'crm', value: 'acme-17' }] }),
  queryContacts: () => ({ types: ['Person'], active: true }),
  queryContactsHistory: () => ({ updatedDate: { start: '2026-11-01T00:00:00Z' } }),
  modifyContact: () => ({ metadata: [{ key: 'badge', value: 'B-1042' }] }),
  modifyUser: () => ({ active: true }),
  'v3 modifyUser': ({ Account }) => ({ profile: { accountId: Account, role: 'User', external: false } }),
  modifyUsersBulk: () => ({ active: true }),
  queryGroups: () => ({ pageSize: 100 }),
  createGroup: ({ Contact }) => ({ title: 'Gardeners', members: [Contact] }),
  modifyGroup: ({ SecondContact }) => ({ addMembers: [SecondContact] }),
  modifyGroupsBulk: ({ Group, SecondContact }) => ({ members: [{ id: Group, addMembers: [SecondContact] }] }),
  createInvitation: () => ({ email: 'robin.reed@example.com', firstName: 'Robin', lastName: 'Reed', role: 'User' }),
  updateInvitation: () => ({ role: 'Collaborator' }),
  createJobRole: () => ({ title: 'Landscape architect', shortTitle: 'LA' }),
  updateJobRole: () => ({ title: 'Senior landscape architect' }),
  createPlaceholder: ({ JobRole }) => ({ title: 'Second gardener', jobRoleId: JobRole }),
  updatePlaceholder: () => ({ title: 'Gardener for the summer' }),
  createAsset: () => ({ name: 'Small digger' }),
  updateAsset: () => ({ name: 'Small digger, red' }),
  updateHourlyRates: ({ Contact }) => ({
    rates: [{ rateSubjectId: Contact, rateType: 'Bill', rateValue: 85 }],
  }),
  updateProjectHourlyRates: ({ Contact }) => ({
    rates: [{ rateSubjectId: Contact, rateType: 'Bill', rateValue: 95 }],
  }),
  excludeProjectTeamMembers: ({ Contact }) => ({ rateSubjects: [Contact] }),
  provisionHourlyRates: ({ Contact }) => ({
    userRates: [{ contact: Contact, rateType: 'Cost', rateValue: 42, rateSource: 'User' }],
  }),
  queryWorkflows: () => ({}),
  createWorkflow: () => ({ name: 'Purchase', description: 'From the request to the bill' }),
  deleteCustomStatus: ({ SecondCustomStatus }) => ({ replacementId: SecondCustomStatus }),
  modifyWorkflow: () => ({ customStatus: { name: 'Waiting for delivery', color: 'Blue', group: 'Active' } }),
  queryCustomFields: () => ({ types: ['DropDown'] }),
  createCustomField: () => ({
    title: 'District',
    type: 'DropDown',
    settings: { values: ['North', 'South', 'Centre'] },
  }),
  modifyCustomField: () => ({ title: 'Part of the town' }),
  queryCustomItemTypes: () => ({ type: 'Task' }),
  createCustomItemType: ({ Space }) => ({ title: 'Tree', relatedType: 'Task', spaceId: Space }),
  updateCustomItemType: () => ({ description: 'One tree of the town' }),
  instantiateCustomItemType: ({ Folder }) => ({ parentId: Folder, title: 'The old lime tree' }),
}
