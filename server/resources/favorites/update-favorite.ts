import { invalidParameter } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'
import { presentFavorites } from './presenter.ts'
import { favoriteById, moveFavorite } from './queries.ts'

/** @throws {Refused} as `favoriteById` does, and `invalid_parameter` where two others are named. */
export const updateFavorite: Handler<typeof contract.updateFavorite> = async ({ caller, input }) => {
  const { favoriteId, positionBefore, positionAfter } = input
  const row = await favoriteById(caller, favoriteId)
  if (positionBefore !== undefined && positionAfter !== undefined)
    throw invalidParameter('Either positionBefore or positionAfter')
  const named = async (id: number | undefined) => (id === undefined ? undefined : favoriteById(caller, id))
  const beside = { before: await named(positionBefore), after: await named(positionAfter) }
  if (beside.before || beside.after) await moveFavorite(caller, row, beside)
  return { data: await presentFavorites(caller, [row]) }
}
