import type { Caller } from '#access/caller.ts'
import type { Services } from '#http/services.ts'
import type { FileBody } from './file.ts'
import type { Answer, Fields, Input, TakesFile } from './operation.ts'

/** One request of an operation, past authentication, parsing and gates. */
export interface OperationRequest<O> {
  readonly caller: Caller
  readonly input: Input<O>
  readonly fields: Fields<O>
  /** Reads and makes page tokens that hold for this caller, operation and path. */
  readonly pages: Pages
  /** The file that is sent, not read yet; only where the body is one. */
  readonly file: TakesFile<O> extends true ? FileBody : undefined
  /** Versions of the entity of which it must have one (`contract/versions.ts`); only where the operation is conditional. */
  readonly ifVersion: readonly number[] | undefined
  /** For what leaves the database: mail, files. */
  readonly services: Services
}

/** Page tokens of one request. */
export interface Pages {
  /** Position a token carries, or undefined on the first page. */
  readonly after: readonly (string | number | null)[] | undefined
  /** The opaque token for the page that follows this position. */
  token(position: readonly (string | number | null)[]): string
}

/** The function that an operation's file exports. */
export type Handler<O> = (request: OperationRequest<O>) => Promise<Answer<O>>
