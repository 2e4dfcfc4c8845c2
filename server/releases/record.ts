import type { Deprecation } from '#contract/deprecation.ts'

/**
 * A contract as it was promised to clients, as plain data that can be stored, compared and read in a diff. What clients
 * cannot notice (texts, handlers) is left out.
 */
export interface ContractRecord {
  /** Of this form of records. */
  readonly form: 1
  /** Of the server that serves it. */
  readonly version: string
  /** yyyy-MM-dd */
  readonly released: string
  readonly v4: VersionRecord
  readonly v3: VersionRecord
  readonly scopes: readonly string[]
  /** Code → status. */
  readonly errors: Readonly<Record<string, number>>
}

/** One version of the API. */
export interface VersionRecord {
  readonly deprecated?: Deprecation
  /** By id. */
  readonly operations: Readonly<Record<string, OperationRecord>>
  /** Models of answers by name. */
  readonly models: Readonly<Record<string, Value>>
}

/** What clients may rely on in one operation. */
export interface OperationRecord {
  readonly deprecated?: Deprecation
  readonly method: string
  readonly paths: readonly string[]
  /** One of them is enough; none takes any token. */
  readonly scopes: readonly string[]
  /** Smallest plan that has it. */
  readonly plan?: string
  readonly admin?: true
  readonly body?: 'binary'
  readonly answer?: 'binary'
  readonly pageToken?: string
  readonly parameters: Readonly<Record<string, Value>>
  readonly fields?: readonly string[]
  readonly deprecatedFields?: Readonly<Record<string, Deprecation>>
  /** Kind → model of its rows. */
  readonly kinds: Readonly<Record<string, string>>
}

/** What a value may be: of a parameter, or of a member of an answer. */
export interface Value {
  /** 'string', 'date-time', 'Task id', 'list', 'object', 'model Comment' … */
  readonly is: string
  readonly optional?: true
  readonly nullable?: true
  readonly values?: readonly string[]
  readonly pattern?: string
  readonly limits?: Readonly<Record<string, number | true>>
  readonly default?: unknown
  /** Items of a list, values of a dictionary. */
  readonly of?: Value
  readonly members?: Readonly<Record<string, Value>>
  /** Takes members of any other name too. */
  readonly open?: true
  readonly deprecated?: Deprecation
  readonly deprecatedValues?: Readonly<Record<string, Deprecation>>
}
