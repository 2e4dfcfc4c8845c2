import { QueryClient } from '@tanstack/react-query'
import { ApiError } from '@taskwright/sdk'

/** What the page remembers of the server. */
export const memory = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // The client waits and tries again where the server asks for it; a refusal stays one.
      retry: (count, error) => !(error instanceof ApiError) && count < 2,
    },
  },
})
