import type { Static, TObject, TSchema } from 'typebox'
import type { Deprecation } from './deprecation.ts'
import type { FileAnswer } from './file.ts'
import type { Feature } from './plans.ts'
import type { Scope } from './scopes.ts'

/** What a body or an answer is made of. */
type Shape = 'json' | 'binary'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** What an operation of the API is, as pure data. Parsing, gates, serialisation, OpenAPI and tests derive from it. */
export interface Operation<
  P extends Record<string, TSchema> = Record<string, TSchema>,
  F extends string = string,
  K extends Record<string, TSchema> = Record<string, TSchema>,
  B extends Shape = Shape,
  A extends Shape = Shape,
> {
  readonly id: string
  readonly method: Method
  /** Below /api/v4; a name in braces is the parameter of that name. */
  readonly paths: readonly string[]
  readonly summary: string
  /** What method and path can't say. */
  readonly description?: string
  /** The token needs at least one of these; an empty list takes any token. */
  readonly scopes: readonly Scope[]
  /** Kind of the answer → model of its `data`. More than one where the call decides the form. */
  readonly kinds: K
  readonly parameters: P
  /** 'binary': the body is a file, named by the header X-File-Name; other parameters travel in the query. */
  readonly body?: B
  /** 'binary': the answer is a file without an envelope, and `kinds` is empty. */
  readonly answer?: A
  /** Values that `fields` accepts. */
  readonly fields?: readonly F[]
  /** Only account admins and the owner may call it. */
  readonly admin?: boolean
  /** Refused with 403 on plans without this feature. */
  readonly feature?: Feature
  /** Name of the request parameter that takes the token of the next page. */
  readonly pageToken?: 'nextPageToken' | 'pageToken'
  /** A page token brings all parameters of its list along; those of the request beside it count for nothing. */
  readonly tokenOverrides?: true
  /** This operation serves requests with two or more ids in the path, the one named here those with one. */
  readonly bulkOf?: string
  /** Takes `If-Match` with the ETag of the entity: it is changed only if nobody else has changed it meanwhile. */
  readonly conditional?: true
  /** Not of the original: what its people do in its pages only, programs can do here (docs/compatibility.md, "Additions"). */
  readonly addition?: true
  /** Should not be called any more. */
  readonly deprecated?: Deprecation
  /** Values of `fields` that should not be asked for any more. */
  readonly deprecatedFields?: { readonly [N in F]?: Deprecation }
}

/** Declares an operation. The only way to give the API a route. */
export function operation<
  const P extends Record<string, TSchema>,
  const F extends string,
  const K extends Record<string, TSchema>,
  const B extends Shape = 'json',
  const A extends Shape = 'json',
>(definition: Operation<P, F, K, B, A>): Operation<P, F, K, B, A> {
  return definition
}

/** What a handler receives: the parameters, parsed. */
export type Input<O> = O extends Operation<infer P, string, Record<string, TSchema>> ? Static<TObject<P>> : never

/** The optional members the caller asked for. */
export type Fields<O> =
  O extends Operation<Record<string, TSchema>, infer F, Record<string, TSchema>> ? ReadonlySet<F> : never

type KindsOf<O> = O extends Operation<Record<string, TSchema>, string, infer K> ? K : never

/** Whether its body is a file. */
export type TakesFile<O> =
  O extends Operation<Record<string, TSchema>, string, Record<string, TSchema>, infer B>
    ? [B] extends ['binary']
      ? true
      : false
    : false

type GivesFile<O> =
  O extends Operation<Record<string, TSchema>, string, Record<string, TSchema>, Shape, infer A>
    ? [A] extends ['binary']
      ? true
      : false
    : false

/** What a handler gives back: the rows of the answer, and its kind where there is a choice; or a file. */
export type Answer<O> =
  GivesFile<O> extends true
    ? FileAnswer
    : { [K in keyof KindsOf<O>]: AnswerOfKind<K, KindsOf<O>[K], IsOnly<KindsOf<O>>> }[keyof KindsOf<O>]

interface Page {
  nextPageToken?: string | undefined
  /** Number of all hits, not of this page. */
  responseSize?: number | undefined
  /** 202 where work has begun that the answer only names; 200 otherwise. */
  status?: 202
}
type AnswerOfKind<K, M, Only> = (Only extends true ? { kind?: K } : { kind: K }) & { data: Rows<M> } & Page
type Rows<M> = M extends TSchema ? Static<M>[] : never
type IsOnly<K> = keyof K extends infer N ? (N extends keyof K ? ([keyof K] extends [N] ? true : false) : never) : never

export const readScopes = ['Default', 'wsReadOnly', 'wsReadWrite'] as const
export const writeScopes = ['Default', 'wsReadWrite'] as const
