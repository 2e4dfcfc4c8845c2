import type { Generated } from 'kysely'

export interface TimelogCategoryTables {
  timelog_category: {
    account_id: number
    timelog_category_id: Generated<number>
    name: string
    position: number
    hidden: Generated<boolean>
  }
}
