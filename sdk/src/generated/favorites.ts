// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

/** Something that the caller marked to have it at hand. */
export interface Favorite {
  id: string
  kind: 'Space' | 'Project' | 'Folder' | 'Task'
  taskId?: string
  folderId?: string
  title: string
  customStatusId?: string
}

/** What {@link queryFavorites} takes. */
export interface QueryFavoritesInput {
}

/** What the caller marked, in the caller’s order. What lies in the recycle bin, or is not shared with the caller any more, is left out. */
export const queryFavorites = /* @__PURE__ */ operation<QueryFavoritesInput, Favorite>({
  id: 'queryFavorites',
  method: 'GET',
  paths: ['/favorites'],
})

/** What {@link createFavorite} takes. */
export interface CreateFavoriteInput {
  folderId?: string
  taskId?: string
}

/** Marks a task, folder, project or space as a favourite of the caller. It stands behind the others. What is marked already stays where it is. Nobody else sees it. A person has 200 at most. */
export const createFavorite = /* @__PURE__ */ operation<CreateFavoriteInput, Favorite>({
  id: 'createFavorite',
  method: 'POST',
  paths: ['/folders/{folderId}/favorites', '/tasks/{taskId}/favorites'],
})

/** What {@link updateFavorite} takes. */
export interface UpdateFavoriteInput {
  favoriteId: string
  /** The favourite that it stands before */
  positionBefore?: string
  /** The favourite that it stands after */
  positionAfter?: string
}

/** Moves a favourite to another place among them */
export const updateFavorite = /* @__PURE__ */ operation<UpdateFavoriteInput, Favorite>({
  id: 'updateFavorite',
  method: 'PUT',
  paths: ['/favorites/{favoriteId}'],
})

/** What {@link deleteFavorite} takes. */
export interface DeleteFavoriteInput {
  favoriteId: string
}

/** Takes a mark away; what was marked stays */
export const deleteFavorite = /* @__PURE__ */ operation<DeleteFavoriteInput, Favorite>({
  id: 'deleteFavorite',
  method: 'DELETE',
  paths: ['/favorites/{favoriteId}'],
})
