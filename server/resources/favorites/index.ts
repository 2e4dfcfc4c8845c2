import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createFavorite } from './create-favorite.ts'
import { deleteFavorite } from './delete-favorite.ts'
import { queryFavorites } from './query-favorites.ts'
import { updateFavorite } from './update-favorite.ts'

export const favorites = bind(contract, { queryFavorites, createFavorite, updateFavorite, deleteFavorite })
