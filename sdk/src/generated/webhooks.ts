// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export type WebhookEvent =
  | 'TaskCreated'
  | 'TaskDeleted'
  | 'TaskTitleChanged'
  | 'TaskImportanceChanged'
  | 'TaskStatusChanged'
  | 'TaskDatesChanged'
  | 'TaskParentsAdded'
  | 'TaskParentsRemoved'
  | 'TaskResponsiblesAdded'
  | 'TaskResponsiblesRemoved'
  | 'TaskSharedsAdded'
  | 'TaskSharedsRemoved'
  | 'TaskDescriptionChanged'
  | 'TaskCustomFieldChanged'
  | 'TaskApprovalStatusChanged'
  | 'TaskApprovalDecisionChanged'
  | 'TaskApprovalDecisionReset'
  | 'AttachmentAdded'
  | 'AttachmentDeleted'
  | 'CommentAdded'
  | 'CommentDeleted'
  | 'TimelogChanged'
  | 'FolderCreated'
  | 'FolderDeleted'
  | 'FolderTitleChanged'
  | 'FolderParentsAdded'
  | 'FolderParentsRemoved'
  | 'FolderSharedsAdded'
  | 'FolderSharedsRemoved'
  | 'FolderDescriptionChanged'
  | 'FolderCommentAdded'
  | 'FolderCommentDeleted'
  | 'FolderAttachmentAdded'
  | 'FolderAttachmentDeleted'
  | 'FolderCustomFieldChanged'
  | 'FolderApprovalStatusChanged'
  | 'FolderApprovalDecisionChanged'
  | 'FolderApprovalDecisionReset'
  | 'ProjectDatesChanged'
  | 'ProjectOwnersAdded'
  | 'ProjectOwnersRemoved'
  | 'ProjectStatusChanged'
  | 'WorkItemTypeChanged'
  | 'CreateFromBlueprintCompleted'
  | 'ImportFromFileCompleted'

export type ParameterisedEventField = 'title' | 'status' | 'dates' | 'responsibleIds' | 'project' | 'customFields'

export interface Webhook {
  id: string
  accountId: string
  folderId?: string
  spaceId?: string
  hookUrl: string
  events?: WebhookEvent[]
  recursive?: boolean
  parameterisedEvents?: ParameterisedEvent[]
  customItemTypes?: string[]
  status: 'Active' | 'Suspended'
}

export interface ParameterisedEvent {
  eventType: WebhookEvent
  fields?: ParameterisedEventField[]
  filter?: Record<string, unknown>
}

/** What {@link createWebhook} takes. */
export interface CreateWebhookInput {
  folderId?: string
  spaceId?: string
  /** Public address, port 80 or 443 */
  hookUrl: string
  /** Key of the signatures */
  secret?: string
  /** All, if left out */
  events?: WebhookEvent[]
  /** Of a folder: with all that lies below it */
  recursive?: boolean
  parameterisedEvents?: ({
    eventType: WebhookEvent
    /** Members of the item to send along */
    fields?: ParameterisedEventField[]
    /** Of custom field events: only these fields. Of TaskCreated: only recurrent tasks, or only others */
    filter?: {
      customFields?: string[]
      recurrent?: boolean
    }
  })[]
  /** Only items of these types */
  customItemTypes?: string[]
}

/** Registers a receiver of events. Of one folder, of one space, or of all that the caller sees in the account. With a secret the receiver is asked to show that it knows it before this call answers. */
export const createWebhook = /* @__PURE__ */ operation<CreateWebhookInput, Webhook>({
  id: 'createWebhook',
  method: 'POST',
  paths: ['/folders/{folderId}/webhooks', '/spaces/{spaceId}/webhooks', '/webhooks'],
})

/** What {@link queryWebhooks} takes. */
export interface QueryWebhooksInput {
}

/** The caller's webhooks of this application */
export const queryWebhooks = /* @__PURE__ */ operation<QueryWebhooksInput, Webhook>({
  id: 'queryWebhooks',
  method: 'GET',
  paths: ['/webhooks'],
})

/** What {@link getWebhooks} takes. */
export interface GetWebhooksInput {
  webhookIds: string[]
}

/** Webhooks by id */
export const getWebhooks = /* @__PURE__ */ operation<GetWebhooksInput, Webhook>({
  id: 'getWebhooks',
  method: 'GET',
  paths: ['/webhooks/{webhookIds}'],
})

/** What {@link updateWebhook} takes. */
export interface UpdateWebhookInput {
  webhookId: string
  status: 'Active' | 'Suspended'
}

/** Suspends a webhook or brings it back. What happens while it is suspended is never reported. One with a secret comes back only if its receiver shows that it knows it. */
export const updateWebhook = /* @__PURE__ */ operation<UpdateWebhookInput, Webhook>({
  id: 'updateWebhook',
  method: 'PUT',
  paths: ['/webhooks/{webhookId}'],
})

/** What {@link deleteWebhook} takes. */
export interface DeleteWebhookInput {
  webhookId: string
}

/** Ends a webhook */
export const deleteWebhook = /* @__PURE__ */ operation<DeleteWebhookInput, Webhook>({
  id: 'deleteWebhook',
  method: 'DELETE',
  paths: ['/webhooks/{webhookId}'],
})
