import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import { filledText, flag, id, integer, oneOf, optional } from '#contract/parameters.ts'
import { viewKinds, viewSettings } from './settings.ts'
import { RememberedView, SavedView } from './view.ts'

const title = () => filledText({ maxLength: 200 })
const kind = () => oneOf(viewKinds)
const settings = () => viewSettings('Which tasks, and how')
const shared = () =>
  flag({ description: 'true: everybody who sees the place has the view. Needs the right to edit the place' })
const positions = {
  positionBefore: optional(id('View', { description: 'The view that it stands before' })),
  positionAfter: optional(id('View', { description: 'The view that it stands after' })),
}

export const queryViews = operation({
  id: 'queryViews',
  method: 'GET',
  paths: ['/views', '/folders/{folderId}/views'],
  summary: 'The views that the caller has, or those of a place',
  description:
    'Own ones and those shared by others, in the order that people gave them. Those of a place in the recycle bin are left out.',
  scopes: readScopes,
  addition: true,
  kinds: { views: SavedView },
  pageToken: 'nextPageToken',
  parameters: {
    folderId: optional(id('Folder')),
    pageSize: optional(integer({ minimum: 1, maximum: 1000, default: 1000 })),
  },
})

export const getView = operation({
  id: 'getView',
  method: 'GET',
  paths: ['/views/{viewId}'],
  summary: 'A view',
  scopes: readScopes,
  addition: true,
  kinds: { views: SavedView },
  parameters: { viewId: id('View') },
})

export const createView = operation({
  id: 'createView',
  method: 'POST',
  paths: ['/views', '/folders/{folderId}/views'],
  summary: 'Saves a view',
  description:
    'Of a folder, project or space; without one, of everything that the caller sees, which cannot be shared. It stands behind the others, unless a position is given. A person has 1,000 at most.',
  scopes: writeScopes,
  addition: true,
  kinds: { views: SavedView },
  parameters: {
    folderId: optional(id('Folder')),
    title: title(),
    kind: kind(),
    settings: settings(),
    shared: optional(shared()),
    ...positions,
  },
})

export const updateView = operation({
  id: 'updateView',
  method: 'PUT',
  paths: ['/views/{viewId}'],
  summary: 'Changes a view',
  description:
    'A personal one is its owner’s alone; a shared one also of those who may edit the place. `settings` replaces them as a whole.',
  scopes: writeScopes,
  addition: true,
  kinds: { views: SavedView },
  parameters: {
    viewId: id('View'),
    title: optional(title()),
    kind: optional(kind()),
    settings: optional(settings()),
    shared: optional(shared()),
    ...positions,
  },
})

export const deleteView = operation({
  id: 'deleteView',
  method: 'DELETE',
  paths: ['/views/{viewId}'],
  summary: 'Deletes a view; what it shows stays',
  description: 'May be done by whoever may change it.',
  scopes: writeScopes,
  addition: true,
  kinds: { views: SavedView },
  parameters: { viewId: id('View') },
})

export const queryRememberedViews = operation({
  id: 'queryRememberedViews',
  method: 'GET',
  paths: ['/view_memory', '/folders/{folderId}/view_memory'],
  summary: 'How the caller last looked at a place, the last used kind of view first',
  description: 'Without a folder: at everything that the caller sees.',
  scopes: readScopes,
  addition: true,
  kinds: { viewMemory: RememberedView },
  parameters: { folderId: optional(id('Folder')) },
})

export const rememberView = operation({
  id: 'rememberView',
  method: 'PUT',
  paths: ['/view_memory', '/folders/{folderId}/view_memory'],
  summary: 'Remembers how the caller looks at a place',
  description:
    'Nobody else sees it, and nobody is told. It replaces what was remembered of the place and the kind of view.',
  scopes: writeScopes,
  addition: true,
  kinds: { viewMemory: RememberedView },
  parameters: { folderId: optional(id('Folder')), kind: kind(), settings: settings() },
})
