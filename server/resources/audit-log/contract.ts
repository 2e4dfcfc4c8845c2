import { dictionary, idText, instantText, optional as member, model, oneOfText, string } from '#contract/model.ts'
import { operation } from '#contract/operation.ts'
import { ids, instantRange, integer, listOf, oneOf, optional, text } from '#contract/parameters.ts'
import { auditObjectTypes, auditOperations } from './names.ts'

/** By which door it came in. */
export const sourceTypes = ['UI', 'APIv4', 'Automation', 'MCPv1', 'MCPv2', 'WrikeAgent', 'Unknown'] as const

export const AuditLogRecord = model('AuditLogRecord', {
  id: idText('AuditLog'),
  operation: oneOfText(auditOperations),
  userId: idText('Contact'),
  userEmail: string(),
  eventDate: instantText(),
  ipAddress: string(),
  objectType: oneOfText(auditObjectTypes),
  objectName: string(),
  objectId: string(),
  sourceType: member(oneOfText(sourceTypes)),
  details: dictionary(),
})

export const queryAuditLog = operation({
  id: 'queryAuditLog',
  method: 'GET',
  paths: ['/audit_log'],
  summary: 'Who did what in the account, when and from where; newest first',
  description:
    'Always page by page: 1,000 records unless `pageSize` says fewer. The token of the next page brings all parameters of the first along.',
  scopes: ['amReadOnlyAuditLog'],
  admin: true,
  feature: 'auditLog',
  kinds: { auditLog: AuditLogRecord },
  pageToken: 'nextPageToken',
  tokenOverrides: true,
  parameters: {
    eventDate: optional(instantRange()),
    operations: optional(listOf(oneOf(auditOperations))),
    objectType: optional(oneOf(auditObjectTypes, { description: 'Only together with eventDate and operations' })),
    objectIds: optional(
      listOf(text({ minLength: 1, maxLength: 256 }), { maxItems: 10, description: 'Only together with objectType' }),
    ),
    users: optional(ids('Contact', { maxItems: 10 })),
    pageSize: optional(integer({ minimum: 1, maximum: 1000 })),
  },
})
