import { QueryClient } from '@tanstack/react-query'
import { ApiError } from '@taskwright/sdk'
import { Unreachable } from './connection.ts'

/** What the page remembers of the server. */
export const memory = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // Without a connection they give what was read last; `startKeptReads` reads again when it is back.
      networkMode: 'always',
      // The client waits and tries again where the server asks for it; a refusal stays one.
      retry: (count, error) => !(error instanceof ApiError || error instanceof Unreachable) && count < 2,
    },
  },
})
