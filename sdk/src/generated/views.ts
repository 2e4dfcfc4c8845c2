// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export type SavedViewKind = 'List' | 'Table' | 'Board' | 'Gantt' | 'Calendar'

export type ViewDaysRelative =
  | 'Overdue'
  | 'Yesterday'
  | 'Today'
  | 'Tomorrow'
  | 'LastWeek'
  | 'ThisWeek'
  | 'NextWeek'
  | 'Last7Days'
  | 'Next7Days'
  | 'LastMonth'
  | 'ThisMonth'
  | 'NextMonth'
  | 'None'

export type ViewFieldFilterComparator =
  | 'EqualTo'
  | 'IsEmpty'
  | 'IsNotEmpty'
  | 'LessThan'
  | 'LessOrEqualTo'
  | 'GreaterThan'
  | 'GreaterOrEqualTo'
  | 'InRange'
  | 'NotInRange'
  | 'Contains'
  | 'StartsWith'
  | 'EndsWith'
  | 'ContainsAll'
  | 'ContainsAny'

export type ViewGroupingField =
  | 'Status'
  | 'StatusGroup'
  | 'Importance'
  | 'Assignees'
  | 'Authors'
  | 'StartDate'
  | 'DueDate'
  | 'Folders'
  | 'ItemType'
  | 'CustomField'

export type ViewOrderField =
  | 'Manual'
  | 'Title'
  | 'Status'
  | 'Importance'
  | 'Assignees'
  | 'StartDate'
  | 'DueDate'
  | 'CreatedDate'
  | 'UpdatedDate'
  | 'CompletedDate'
  | 'CustomField'

export type ViewColumnField =
  | 'Title'
  | 'Status'
  | 'Importance'
  | 'Assignees'
  | 'Authors'
  | 'StartDate'
  | 'DueDate'
  | 'Duration'
  | 'Effort'
  | 'CreatedDate'
  | 'UpdatedDate'
  | 'CompletedDate'
  | 'Folders'
  | 'Parents'
  | 'Predecessors'
  | 'ItemType'
  | 'CustomField'

export type ViewSettingsScale = 'Day' | 'Week' | 'Month' | 'Quarter' | 'Year'

/** A way to look at the tasks of a folder, project or space, or (without `folderId`) of everything that its owner sees. `canEdit` says whether the caller may change and delete it. */
export interface SavedView {
  id: string
  title: string
  kind: SavedViewKind
  folderId?: string
  ownerId: string
  shared: boolean
  canEdit: boolean
  /** Which tasks a view shows, and how. What is left out is as the app has it by default. */
  settings: ViewSettings
  createdDate: string
  updatedDate: string
}

/** Which tasks a view shows, and how. What is left out is as the app has it by default. */
export interface ViewSettings {
  filters?: ViewFilters
  subTasks?: boolean
  descendants?: boolean
  groupBy?: ViewGrouping[]
  collapsedGroups?: string[]
  sortBy?: ViewOrder[]
  columns?: ViewColumn[]
  scale?: ViewSettingsScale
  spans?: boolean
}

export interface ViewFilters {
  title?: string
  customStatuses?: string[]
  statusGroups?: ('Active' | 'Completed' | 'Deferred' | 'Cancelled')[]
  importances?: ('High' | 'Normal' | 'Low')[]
  assignees?: ViewAssignees
  authors?: ViewAuthors
  startDate?: ViewDays
  dueDate?: ViewDays
  createdDate?: ViewDays
  updatedDate?: ViewDays
  completedDate?: ViewDays
  dateTypes?: ('Backlog' | 'Milestone' | 'Planned')[]
  customItemTypes?: string[]
  customFields?: ViewFieldFilter[]
}

export interface ViewAssignees {
  ids?: string[]
  me?: boolean
  nobody?: boolean
}

export interface ViewAuthors {
  ids?: string[]
  me?: boolean
}

export interface ViewDays {
  relative?: ViewDaysRelative
  start?: string
  end?: string
}

export interface ViewFieldFilter {
  id: string
  comparator?: ViewFieldFilterComparator
  value?: string
  minValue?: string
  maxValue?: string
  values?: string[]
}

export interface ViewGrouping {
  field: ViewGroupingField
  customFieldId?: string
  order?: 'Asc' | 'Desc'
}

export interface ViewOrder {
  field: ViewOrderField
  customFieldId?: string
  order?: 'Asc' | 'Desc'
}

export interface ViewColumn {
  field: ViewColumnField
  customFieldId?: string
  width?: number
}

/** How the caller last looked at a place: one for each kind of view. */
export interface RememberedView {
  folderId?: string
  kind: SavedViewKind
  /** Which tasks a view shows, and how. What is left out is as the app has it by default. */
  settings: ViewSettings
  usedDate: string
}

/** What {@link queryViews} takes. */
export interface QueryViewsInput {
  folderId?: string
  pageSize?: number
  /** The page after the one that gave this token. */
  nextPageToken?: string
}

/** The views that the caller has, or those of a place. Own ones and those shared by others, in the order that people gave them. Those of a place in the recycle bin are left out. */
export const queryViews = /* @__PURE__ */ operation<QueryViewsInput, SavedView>({
  id: 'queryViews',
  method: 'GET',
  paths: ['/views', '/folders/{folderId}/views'],
  pageToken: 'nextPageToken',
})

/** What {@link getView} takes. */
export interface GetViewInput {
  viewId: string
}

/** A view */
export const getView = /* @__PURE__ */ operation<GetViewInput, SavedView>({
  id: 'getView',
  method: 'GET',
  paths: ['/views/{viewId}'],
})

/** What {@link createView} takes. */
export interface CreateViewInput {
  folderId?: string
  title: string
  kind: SavedViewKind
  /** Which tasks, and how */
  settings: {
    filters?: {
      title?: string
      customStatuses?: string[]
      statusGroups?: ('Active' | 'Completed' | 'Deferred' | 'Cancelled')[]
      importances?: ('High' | 'Normal' | 'Low')[]
      assignees?: {
        ids?: string[]
        me?: boolean
        /** true: tasks that nobody is assigned to count too */
        nobody?: boolean
      }
      authors?: {
        ids?: string[]
        me?: boolean
      }
      /** Either `relative`, or days: the start is inside, the end is not */
      startDate?: {
        relative?: ViewDaysRelative
        start?: string
        end?: string
      }
      /** Either `relative`, or days: the start is inside, the end is not */
      dueDate?: {
        relative?: ViewDaysRelative
        start?: string
        end?: string
      }
      /** Either `relative`, or days: the start is inside, the end is not */
      createdDate?: {
        relative?: ViewDaysRelative
        start?: string
        end?: string
      }
      /** Either `relative`, or days: the start is inside, the end is not */
      updatedDate?: {
        relative?: ViewDaysRelative
        start?: string
        end?: string
      }
      /** Either `relative`, or days: the start is inside, the end is not */
      completedDate?: {
        relative?: ViewDaysRelative
        start?: string
        end?: string
      }
      dateTypes?: ('Backlog' | 'Milestone' | 'Planned')[]
      customItemTypes?: string[]
      customFields?: ({
        id: string
        comparator?: ViewFieldFilterComparator
        value?: string
        minValue?: string
        maxValue?: string
        values?: string[]
      })[]
    }
    /** true: tasks that are only inside others have rows of their own */
    subTasks?: boolean
    /** true: of all folders below too */
    descendants?: boolean
    /** The groups (columns of a board), then those within them (its lanes) */
    groupBy?: ({
      field: ViewGroupingField
      /** With the field CustomField, and only then */
      customFieldId?: string
      order?: 'Asc' | 'Desc'
    })[]
    collapsedGroups?: string[]
    sortBy?: ({
      field: ViewOrderField
      /** With the field CustomField, and only then */
      customFieldId?: string
      order?: 'Asc' | 'Desc'
    })[]
    columns?: ({
      field: ViewColumnField
      /** With the field CustomField, and only then */
      customFieldId?: string
      /** In CSS pixels */
      width?: number
    })[]
    scale?: ViewSettingsScale
    /** false: a calendar shows tasks on their due day alone */
    spans?: boolean
  }
  /** true: everybody who sees the place has the view. Needs the right to edit the place */
  shared?: boolean
  /** The view that it stands before */
  positionBefore?: string
  /** The view that it stands after */
  positionAfter?: string
}

/** Saves a view. Of a folder, project or space; without one, of everything that the caller sees, which cannot be shared. It stands behind the others, unless a position is given. A person has 1,000 at most. */
export const createView = /* @__PURE__ */ operation<CreateViewInput, SavedView>({
  id: 'createView',
  method: 'POST',
  paths: ['/views', '/folders/{folderId}/views'],
})

/** What {@link updateView} takes. */
export interface UpdateViewInput {
  viewId: string
  title?: string
  kind?: SavedViewKind
  /** Which tasks, and how */
  settings?: {
    filters?: {
      title?: string
      customStatuses?: string[]
      statusGroups?: ('Active' | 'Completed' | 'Deferred' | 'Cancelled')[]
      importances?: ('High' | 'Normal' | 'Low')[]
      assignees?: {
        ids?: string[]
        me?: boolean
        /** true: tasks that nobody is assigned to count too */
        nobody?: boolean
      }
      authors?: {
        ids?: string[]
        me?: boolean
      }
      /** Either `relative`, or days: the start is inside, the end is not */
      startDate?: {
        relative?: ViewDaysRelative
        start?: string
        end?: string
      }
      /** Either `relative`, or days: the start is inside, the end is not */
      dueDate?: {
        relative?: ViewDaysRelative
        start?: string
        end?: string
      }
      /** Either `relative`, or days: the start is inside, the end is not */
      createdDate?: {
        relative?: ViewDaysRelative
        start?: string
        end?: string
      }
      /** Either `relative`, or days: the start is inside, the end is not */
      updatedDate?: {
        relative?: ViewDaysRelative
        start?: string
        end?: string
      }
      /** Either `relative`, or days: the start is inside, the end is not */
      completedDate?: {
        relative?: ViewDaysRelative
        start?: string
        end?: string
      }
      dateTypes?: ('Backlog' | 'Milestone' | 'Planned')[]
      customItemTypes?: string[]
      customFields?: ({
        id: string
        comparator?: ViewFieldFilterComparator
        value?: string
        minValue?: string
        maxValue?: string
        values?: string[]
      })[]
    }
    /** true: tasks that are only inside others have rows of their own */
    subTasks?: boolean
    /** true: of all folders below too */
    descendants?: boolean
    /** The groups (columns of a board), then those within them (its lanes) */
    groupBy?: ({
      field: ViewGroupingField
      /** With the field CustomField, and only then */
      customFieldId?: string
      order?: 'Asc' | 'Desc'
    })[]
    collapsedGroups?: string[]
    sortBy?: ({
      field: ViewOrderField
      /** With the field CustomField, and only then */
      customFieldId?: string
      order?: 'Asc' | 'Desc'
    })[]
    columns?: ({
      field: ViewColumnField
      /** With the field CustomField, and only then */
      customFieldId?: string
      /** In CSS pixels */
      width?: number
    })[]
    scale?: ViewSettingsScale
    /** false: a calendar shows tasks on their due day alone */
    spans?: boolean
  }
  /** true: everybody who sees the place has the view. Needs the right to edit the place */
  shared?: boolean
  /** The view that it stands before */
  positionBefore?: string
  /** The view that it stands after */
  positionAfter?: string
}

/** Changes a view. A personal one is its owner’s alone; a shared one also of those who may edit the place. `settings` replaces them as a whole. */
export const updateView = /* @__PURE__ */ operation<UpdateViewInput, SavedView>({
  id: 'updateView',
  method: 'PUT',
  paths: ['/views/{viewId}'],
})

/** What {@link deleteView} takes. */
export interface DeleteViewInput {
  viewId: string
}

/** Deletes a view; what it shows stays. May be done by whoever may change it. */
export const deleteView = /* @__PURE__ */ operation<DeleteViewInput, SavedView>({
  id: 'deleteView',
  method: 'DELETE',
  paths: ['/views/{viewId}'],
})

/** What {@link queryRememberedViews} takes. */
export interface QueryRememberedViewsInput {
  folderId?: string
}

/** How the caller last looked at a place, the last used kind of view first. Without a folder: at everything that the caller sees. */
export const queryRememberedViews = /* @__PURE__ */ operation<QueryRememberedViewsInput, RememberedView>({
  id: 'queryRememberedViews',
  method: 'GET',
  paths: ['/view_memory', '/folders/{folderId}/view_memory'],
})

/** What {@link rememberView} takes. */
export interface RememberViewInput {
  folderId?: string
  kind: SavedViewKind
  /** Which tasks, and how */
  settings: {
    filters?: {
      title?: string
      customStatuses?: string[]
      statusGroups?: ('Active' | 'Completed' | 'Deferred' | 'Cancelled')[]
      importances?: ('High' | 'Normal' | 'Low')[]
      assignees?: {
        ids?: string[]
        me?: boolean
        /** true: tasks that nobody is assigned to count too */
        nobody?: boolean
      }
      authors?: {
        ids?: string[]
        me?: boolean
      }
      /** Either `relative`, or days: the start is inside, the end is not */
      startDate?: {
        relative?: ViewDaysRelative
        start?: string
        end?: string
      }
      /** Either `relative`, or days: the start is inside, the end is not */
      dueDate?: {
        relative?: ViewDaysRelative
        start?: string
        end?: string
      }
      /** Either `relative`, or days: the start is inside, the end is not */
      createdDate?: {
        relative?: ViewDaysRelative
        start?: string
        end?: string
      }
      /** Either `relative`, or days: the start is inside, the end is not */
      updatedDate?: {
        relative?: ViewDaysRelative
        start?: string
        end?: string
      }
      /** Either `relative`, or days: the start is inside, the end is not */
      completedDate?: {
        relative?: ViewDaysRelative
        start?: string
        end?: string
      }
      dateTypes?: ('Backlog' | 'Milestone' | 'Planned')[]
      customItemTypes?: string[]
      customFields?: ({
        id: string
        comparator?: ViewFieldFilterComparator
        value?: string
        minValue?: string
        maxValue?: string
        values?: string[]
      })[]
    }
    /** true: tasks that are only inside others have rows of their own */
    subTasks?: boolean
    /** true: of all folders below too */
    descendants?: boolean
    /** The groups (columns of a board), then those within them (its lanes) */
    groupBy?: ({
      field: ViewGroupingField
      /** With the field CustomField, and only then */
      customFieldId?: string
      order?: 'Asc' | 'Desc'
    })[]
    collapsedGroups?: string[]
    sortBy?: ({
      field: ViewOrderField
      /** With the field CustomField, and only then */
      customFieldId?: string
      order?: 'Asc' | 'Desc'
    })[]
    columns?: ({
      field: ViewColumnField
      /** With the field CustomField, and only then */
      customFieldId?: string
      /** In CSS pixels */
      width?: number
    })[]
    scale?: ViewSettingsScale
    /** false: a calendar shows tasks on their due day alone */
    spans?: boolean
  }
}

/** Remembers how the caller looks at a place. Nobody else sees it, and nobody is told. It replaces what was remembered of the place and the kind of view. */
export const rememberView = /* @__PURE__ */ operation<RememberViewInput, RememberedView>({
  id: 'rememberView',
  method: 'PUT',
  paths: ['/view_memory', '/folders/{folderId}/view_memory'],
})
