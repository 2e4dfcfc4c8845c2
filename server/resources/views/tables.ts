import type { Generated } from 'kysely'
import type { viewKinds } from './contract/settings.ts'
import type { StoredSettings } from './settings.ts'

type ViewKind = (typeof viewKinds)[number]

export interface ViewTables {
  saved_view: {
    account_id: number
    view_id: Generated<number>
    owner_id: number
    /** Null: of everything that its owner sees. */
    folder_id: number | null
    title: string
    kind: ViewKind
    settings: StoredSettings
    shared: Generated<boolean>
    position: string
    created_at: Generated<Date>
    updated_at: Generated<Date>
    version: Generated<number>
  }
  view_memory: {
    account_id: number
    person_id: number
    /** 0: everything that the person sees. */
    folder_id: number
    kind: ViewKind
    settings: StoredSettings
    used_at: Generated<Date>
  }
}
