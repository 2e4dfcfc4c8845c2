import { permit } from '#access/permit.ts'
import { notAllowed } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'
import { presentFavorites } from './presenter.ts'
import { addFavorite, favoritesOf } from './queries.ts'

const mostOfAPerson = 200

/** @throws {Refused} as `permit` does for reading it, and `not_allowed` for one too many. */
export const createFavorite: Handler<typeof contract.createFavorite> = async ({ caller, input }) => {
  const { taskId, folderId } = input
  await permit(caller, 'read', taskId === undefined ? { folder: folderId as number } : { task: taskId })
  const item = taskId === undefined ? { folder_id: folderId as number } : { task_id: taskId as number }
  if ((await favoritesOf(caller)).length >= mostOfAPerson)
    throw notAllowed(`A person has ${mostOfAPerson} favourites at most`)
  return { data: await presentFavorites(caller, [await addFavorite(caller, item)]) }
}
