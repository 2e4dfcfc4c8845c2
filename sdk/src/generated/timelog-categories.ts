// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export interface TimelogCategory {
  id: string
  name: string
  order: number
  hidden: boolean
}

/** What {@link queryTimelogCategories} takes. */
export interface QueryTimelogCategoriesInput {
}

/** What time is spent on */
export const queryTimelogCategories = /* @__PURE__ */ operation<QueryTimelogCategoriesInput, TimelogCategory>({
  id: 'queryTimelogCategories',
  method: 'GET',
  paths: ['/timelog_categories'],
})

/** What {@link createTimelogCategory} takes. */
export interface CreateTimelogCategoryInput {
  name: string
}

/** Adds a category of time, after all others */
export const createTimelogCategory = /* @__PURE__ */ operation<CreateTimelogCategoryInput, TimelogCategory>({
  id: 'createTimelogCategory',
  method: 'POST',
  paths: ['/timelog_categories'],
})

/** What {@link updateTimelogCategory} takes. */
export interface UpdateTimelogCategoryInput {
  timelogCategoryId: string
  name?: string
  order?: number
  hidden?: boolean
}

/** Renames, moves, hides or shows a category of time. Categories are never deleted: time that is recorded keeps them. `order` is the place from 0 on. */
export const updateTimelogCategory = /* @__PURE__ */ operation<UpdateTimelogCategoryInput, TimelogCategory>({
  id: 'updateTimelogCategory',
  method: 'PUT',
  paths: ['/timelog_categories/{timelogCategoryId}'],
})
