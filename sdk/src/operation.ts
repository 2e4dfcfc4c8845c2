/** An operation of the API, as data: what it takes (`Input`) and the rows it gives (`Row`) are in its type. */
export interface Operation<Input, Row> {
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below /api/v4. The one is called whose ids are all given; of several, the longest. */
  readonly paths: readonly string[]
  /** The body is a file. */
  readonly body?: 'binary'
  /** The answer is a file. */
  readonly answer?: 'binary'
  /** The parameter that takes the token of the next page. */
  readonly pageToken?: string
  /** For the type alone. */
  readonly '~types'?: { input: Input; row: Row }
}

/** Declares an operation; used by the generated files. */
export const operation = <Input, Row>(facts: Operation<Input, Row>): Operation<Input, Row> => facts
