import type { Outcome } from './tables.ts'

/** What a task is made of, as createTask takes it once its place is known: JSON, since it waits in the database. */
export interface TaskInput {
  title: string
  description?: string
  customStatus?: number
  importance?: 'High' | 'Normal' | 'Low'
  dates?: { start?: string; due?: string }
  responsibles?: number[]
  customFields?: { id: number; value: string }[]
}

/** What is to become of a row: a task, or nothing for a reason. */
export interface PlannedRow {
  /** As people count: the header is row 1. */
  row: number
  parentRow: number | null
  input: TaskInput | null
  outcome: Exclude<Outcome, 'Created'> | null
  reason: string | null
}
