import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'
import { presentFavorites } from './presenter.ts'
import { favoritesOf } from './queries.ts'

/** Lists what the caller marked: 200 at most, three queries. */
export const queryFavorites: Handler<typeof contract.queryFavorites> = async ({ caller }) => ({
  data: await presentFavorites(caller, await favoritesOf(caller)),
})
