import type { Generated } from 'kysely'
import type { FormPage } from '#forms/form.ts'

export interface RequestFormTables {
  request_form: {
    account_id: number
    request_form_id: Generated<number>
    /** Number of the space's folder. */
    space_id: number
    title: string
    description: Generated<string>
    /** `{ pages }`. */
    pages: { pages: FormPage[] }
    creates: 'Task' | 'Project'
    folder_id: number
    item_title: string
    enabled: Generated<boolean>
    /** Who saved it last: what is sent is created with that person's reach. */
    keeper_id: number
    created_at: Generated<Date>
    updated_at: Generated<Date>
    version: Generated<number>
  }
  request_form_submission: {
    account_id: number
    submission_id: Generated<number>
    request_form_id: number
    person_id: number
    task_id: number | null
    project_id: number | null
    /** Values by the id of the question. */
    answers: Record<string, readonly string[]>
    created_at: Generated<Date>
  }
}
