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
