/** Work that is done once after each call of `wake`, or once for several of them; never twice at the same time. */
export interface Repeated {
  wake(): void
  /** Settles when nothing more is to be done. */
  idle(): Promise<void>
}

/**
 * What fails is told to `failed`, and is tried again at the next call. With a pause it waits so long before each time, for
 * what comes in meanwhile.
 */
export function repeated(work: () => Promise<void>, failed: (error: unknown) => void, pauseMs = 0): Repeated {
  let again = false
  let working: Promise<void> | undefined
  const run = async () => {
    while (again) {
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs))
      again = false
      await work().catch(failed)
    }
    working = undefined
  }
  return {
    wake: () => {
      again = true
      working ??= run()
    },
    idle: async () => working,
  }
}
