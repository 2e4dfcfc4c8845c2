import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'
import { favoriteById, removeFavorite } from './queries.ts'

/** @throws {Refused} as `favoriteById` does. */
export const deleteFavorite: Handler<typeof contract.deleteFavorite> = async ({ caller, input }) => {
  await removeFavorite(caller, await favoriteById(caller, input.favoriteId))
  return { data: [] }
}
