import { notFound } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { idAsSent } from '#ids/foreign.ts'
import type * as contract from './contract.ts'
import { presentNotification } from './presenter.ts'
import { mark, notificationRows, ownNotifications } from './queries.ts'

/**
 * Marks some notifications. Those of what is hidden by now are marked too, and not in the answer.
 *
 * @throws {Refused} `resource_not_found` for the first that is none of the caller's; none is marked then.
 */
export const updateNotifications: Handler<typeof contract.updateNotifications> = async ({ caller, input }) => {
  const { notificationIds: ids, read, archived } = input
  const own = await ownNotifications(caller, ids)
  const unknown = ids.find((id) => !own.has(id))
  if (unknown !== undefined) throw notFound('Notification', idAsSent(caller.accountId, 'Notification', unknown))
  await mark(caller, { ids }, { read, archived })
  const rows = await notificationRows(caller, { ids }, ids.length)
  return { data: rows.map((row) => presentNotification(caller, row)) }
}
