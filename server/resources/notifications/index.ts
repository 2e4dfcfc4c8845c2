import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { countNotifications } from './count-notifications.ts'
import { getNotificationPreferences } from './get-notification-preferences.ts'
import { queryNotifications } from './query-notifications.ts'
import { updateAllNotifications } from './update-all-notifications.ts'
import { updateNotificationPreferences } from './update-notification-preferences.ts'
import { updateNotifications } from './update-notifications.ts'

export const notifications = bind(contract, {
  queryNotifications,
  countNotifications,
  updateNotifications,
  updateAllNotifications,
  getNotificationPreferences,
  updateNotificationPreferences,
})
