import {
  type InfiniteData,
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { Answer, CallOptions, Operation } from '@taskwright/sdk'
import { orKept } from './kept-reads.ts'
import { kinds } from './outbox/kinds.ts'
import { readThrough } from './outbox/read.ts'
import { type How, isAhead, send } from './outbox/send.ts'
import { server } from './server.ts'

/** The API of the server that this page came from: read with all that waits to be sent, changed by `send`. */
export const api = {
  ...server,
  call: async <Input extends object, Row>(
    operation: Operation<Input, Row>,
    input: Input,
    options?: CallOptions,
  ): Promise<Answer<Row>> =>
    operation.method === 'GET'
      ? readThrough(operation, input, options)
      : { kind: '', data: await send(operation, input) },
}

/** The rows that an operation gives for an input; components name the operation, never an address. */
export function useRead<Input extends object, Row>(
  operation: Operation<Input, Row>,
  input: Input,
  { enabled = true }: { enabled?: boolean } = {},
): UseQueryResult<Row[]> {
  const queryKey = [operation.id, input]
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => orKept(queryKey, async () => (await api.call(operation, input, { signal })).data),
    enabled,
  })
}

/**
 * Rows of an operation that answers in pages: those read so far, how many there are, and the way to more. With `keepsLast`
 * the rows of the last input stay until those of the next are there.
 */
export function useRows<Input extends object, Row>(
  operation: Operation<Input, Row>,
  input: Input,
  { enabled = true, keepsLast = false }: { enabled?: boolean; keepsLast?: boolean } = {},
) {
  const queryKey = [operation.id, 'rows', input]
  return useInfiniteQuery({
    enabled,
    ...(keepsLast && { placeholderData: keepPreviousData }),
    queryKey,
    queryFn: ({ pageParam, signal }) => {
      const next = pageParam && operation.pageToken ? { [operation.pageToken]: pageParam } : {}
      return orKept([...queryKey, pageParam], () => api.call(operation, { ...input, ...next }, { signal }))
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Answer<Row>) => page.nextPageToken,
    select: flatten<Row>,
  })
}

/** One function for all, so that rows keep their identity as long as the pages do. */
const flatten = <Row>({ pages }: InfiniteData<Answer<Row>>) => ({
  rows: pages.flatMap((page) => page.data),
  count: pages[0]?.responseSize,
})

export interface ChangeOptions<Input> {
  /** Shows the change at once; returns what takes it back should the server refuse (`patchRows` does both). */
  show?: (input: Input) => () => void
  /** What was there when the change was begun, and more that `send` may know; else it is found in what the page remembers. */
  how?: (input: Input) => How
}

/**
 * A change by an operation. What was read by the operations named in `touches` is read again afterwards. The caller shows
 * `error`. Without a connection a change that can wait is done as far as the page is concerned; what comes of it later, the list of
 * what waits tells.
 */
export function useChange<Input extends object, Row>(
  operation: Operation<Input, Row>,
  touches: readonly Pick<Operation<never, unknown>, 'id'>[],
  { show, how }: ChangeOptions<Input> = {},
): UseMutationResult<Row[], Error, Input, (() => void) | undefined> {
  const memory = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (input: Input) => send(operation, input, known.get(input)),
    onMutate: (input) => {
      // What there was, before the change is shown.
      known.set(input, { ...kinds[operation.id]?.know(input as Record<string, unknown>), ...how?.(input) })
      return show?.(input)
    },
    onError: (_error, _input, takeBack) => takeBack?.(),
    onSettled: (rows) => {
      if (rows && isAhead(rows)) return
      return memory.invalidateQueries({ predicate: ({ queryKey }) => touches.some(({ id }) => id === queryKey[0]) })
    },
  })
}

const known = new WeakMap<object, How>()
