import type { Method } from '#contract/operation.ts'

/** One call, as samples show it: all that a program needs to know to make it. */
export interface Call {
  method: Method
  /** From the server's address on, with its ids: `/api/v4/tasks/IEAAAAAQKQAAAAA4`. */
  path: string
  /** Parameters in the query, before arrays and objects become JSON text. */
  query: Readonly<Record<string, unknown>>
  /** The JSON body, if there is one. */
  body: Readonly<Record<string, unknown>> | undefined
  /** Name of the file that is sent. */
  sends: string | undefined
  /** Name of the file that the answer becomes. */
  receives: string | undefined
  /** Name of the parameter that takes the token of the next page, where all pages are read. */
  pageToken: string | undefined
  /** What many rows are called, and what one is. */
  rows: string
  row: string
  /** Members of a row that are printed, with their types; none where the row is printed as it is. */
  printed: Readonly<Record<string, string>>
}

/** A value of a query as the API takes it: text as it is, all else as JSON text. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
