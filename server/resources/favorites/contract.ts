import { idText, model } from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import { id, optional } from '#contract/parameters.ts'
import { itemMembers } from '../search/item.ts'

export const Favorite = model(
  'Favorite',
  { id: idText('Favorite'), ...itemMembers },
  { description: 'Something that the caller marked to have it at hand.' },
)

export const queryFavorites = operation({
  id: 'queryFavorites',
  method: 'GET',
  paths: ['/favorites'],
  summary: 'What the caller marked, in the caller’s order',
  description: 'What lies in the recycle bin, or is not shared with the caller any more, is left out.',
  scopes: readScopes,
  addition: true,
  kinds: { favorites: Favorite },
  parameters: {},
})

export const createFavorite = operation({
  id: 'createFavorite',
  method: 'POST',
  paths: ['/folders/{folderId}/favorites', '/tasks/{taskId}/favorites'],
  summary: 'Marks a task, folder, project or space as a favourite of the caller',
  description:
    'It stands behind the others. What is marked already stays where it is. Nobody else sees it. A person has 200 at most.',
  scopes: writeScopes,
  addition: true,
  kinds: { favorites: Favorite },
  parameters: { folderId: optional(id('Folder')), taskId: optional(id('Task')) },
})

export const updateFavorite = operation({
  id: 'updateFavorite',
  method: 'PUT',
  paths: ['/favorites/{favoriteId}'],
  summary: 'Moves a favourite to another place among them',
  scopes: writeScopes,
  addition: true,
  kinds: { favorites: Favorite },
  parameters: {
    favoriteId: id('Favorite'),
    positionBefore: optional(id('Favorite', { description: 'The favourite that it stands before' })),
    positionAfter: optional(id('Favorite', { description: 'The favourite that it stands after' })),
  },
})

export const deleteFavorite = operation({
  id: 'deleteFavorite',
  method: 'DELETE',
  paths: ['/favorites/{favoriteId}'],
  summary: 'Takes a mark away; what was marked stays',
  scopes: writeScopes,
  addition: true,
  kinds: { favorites: Favorite },
  parameters: { favoriteId: id('Favorite') },
})
