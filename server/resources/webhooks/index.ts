import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createWebhook } from './create-webhook.ts'
import { deleteWebhook } from './delete-webhook.ts'
import { getWebhooks } from './get-webhooks.ts'
import { queryWebhooks } from './query-webhooks.ts'
import { updateWebhook } from './update-webhook.ts'

export const webhooks = bind(contract, { createWebhook, queryWebhooks, getWebhooks, updateWebhook, deleteWebhook })
