/** Work that is done once after each call of `wake`, or once for several of them; never twice at the same time. */
export interface Repeated {
  wake(): void
  /** Settles when nothing more is to be done. */
  idle(): Promise<void>
}

/** What fails is told to `failed`, and is tried again at the next call. */
export function repeated(work: () => Promise<void>, failed: (error: unknown) => void): Repeated {
  let again = false
  let working: Promise<void> | undefined
  const run = async () => {
    while (again) {
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
