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
import { type Answer, createClient, type Operation } from '@taskwright/sdk'
import { accessToken } from './session.ts'

/** The API of the server that this page came from. */
export const api = createClient({ server: '', token: accessToken })

/** The rows that an operation gives for an input; components name the operation, never an address. */
export function useRead<Input extends object, Row>(
  operation: Operation<Input, Row>,
  input: Input,
  { enabled = true }: { enabled?: boolean } = {},
): UseQueryResult<Row[]> {
  return useQuery({
    queryKey: [operation.id, input],
    queryFn: async ({ signal }) => (await api.call(operation, input, { signal })).data,
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
  return useInfiniteQuery({
    enabled,
    ...(keepsLast && { placeholderData: keepPreviousData }),
    queryKey: [operation.id, 'rows', input],
    queryFn: ({ pageParam, signal }) => {
      const next = pageParam && operation.pageToken ? { [operation.pageToken]: pageParam } : {}
      return api.call(operation, { ...input, ...next }, { signal })
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
  /** What the change is called where it waits for the network, or failed: "Rename “Dig”". */
  says?: (input: Input) => string
  /** Shows the change at once; returns what takes it back should the server refuse (`patchRows` does both). */
  show?: (input: Input) => () => void
}

/**
 * A change by an operation. What was read by the operations named in `touches` is read again afterwards. The caller shows
 * `error`; a change whose component is gone by then is told by a notice.
 */
export function useChange<Input extends object, Row>(
  operation: Operation<Input, Row>,
  touches: readonly Pick<Operation<never, unknown>, 'id'>[],
  { show }: ChangeOptions<Input> = {},
): UseMutationResult<Row[], Error, Input, (() => void) | undefined> {
  const memory = useQueryClient()
  return useMutation({
    mutationFn: async (input: Input) => (await api.call(operation, input)).data,
    onMutate: (input) => show?.(input),
    onError: (_error, _input, takeBack) => takeBack?.(),
    onSettled: () =>
      memory.invalidateQueries({ predicate: ({ queryKey }) => touches.some(({ id }) => id === queryKey[0]) }),
  })
}
