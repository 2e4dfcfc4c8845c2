import type { Generated } from 'kysely'

export interface FavoriteTables {
  /** What a person marked: a folder or a task, exactly one of the two is set. */
  favorite: {
    account_id: number
    favorite_id: Generated<number>
    person_id: number
    folder_id: number | null
    task_id: number | null
    position: string
    created_at: Generated<Date>
  }
}
