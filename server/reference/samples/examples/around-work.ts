import type { Examples } from './index.ts'

/** What hangs on tasks and folders, and what tells of them. */
export const aroundWork: Examples = {
  queryComments: () => ({ plainText: true, limit: 100 }),
  queryCommentsIn: () => ({ plainText: true }),
  getComments: () => ({ plainText: true }),
  createComment: () => ({ text: 'The stones come on <b>Thursday</b>.' }),
  updateComment: () => ({ text: 'The stones come on Friday.', plainText: true }),
  queryAttachments: () => ({ createdDate: { end: '2030-01-01T00:00:00Z' }, withUrls: true }),
  previewAttachment: () => ({ size: 'w400' }),
  createAttachmentLink: () => ({ url: 'https://example.com/garden/plan.pdf', name: 'plan.pdf' }),
  queryApprovals: () => ({ statuses: ['Pending'], pageSize: 100 }),
  createApproval: ({ Self }) => ({
    description: 'May we order the stones?',
    dueDate: '2027-02-26',
    approvers: [Self],
  }),
  updateApproval: () => ({ dueDate: '2027-03-02' }),
  decideApproval: () => ({ status: 'Rejected', comment: 'Too dear. Ask another shop.' }),
  finishApproval: () => ({ status: 'Approved' }),
  createWebhook: () => ({
    hookUrl: 'https://example.com/hooks/tasks',
    events: ['TaskCreated', 'TaskStatusChanged'],
  }),
  updateWebhook: () => ({ status: 'Suspended' }),
  queryAuditLog: () => ({ eventDate: { start: '2026-11-01T00:00:00Z' }, operations: ['UserLoggedIn'], pageSize: 100 }),
  searchEDiscovery: () => ({ scopes: ['task', 'folder'], terms: ['paving stones'] }),
  queryRequestForms: () => ({ pageSize: 100 }),
  createRequestForm: () => ({
    title: 'Ask for a bench',
    pages: [
      {
        fields: [
          { title: 'Where?', type: 'Text', attribute: 'title', required: true },
          { title: 'Why there?', type: 'Paragraph' },
        ],
      },
    ],
  }),
  updateRequestForm: () => ({ title: 'Ask for a bench or a bin' }),
  submitRequestForm: answers,
  createRequestFormPrefillUrl: answers,
  convertLegacyIds: () => ({ type: 'ApiV2Task', ids: [4182] }),
}

function answers() {
  return { formFields: [{ id: 'what', value: 'A bench by the pond' }] }
}
