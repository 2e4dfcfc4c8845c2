import { useRef, useState } from 'react'

type Functions = { [name: string]: (...given: never[]) => unknown }

/**
 * Functions that stay the same objects and do what those of the last drawing do. For the rows of long lists, which are drawn anew
 * only when something that they were given has changed.
 */
export function useStable<All extends object>(functions: All): All {
  const latest = useRef(functions)
  latest.current = functions
  const [stable] = useState(() => {
    const names = Object.keys(functions) as (keyof All)[]
    const calls = names.map((name) => [
      name,
      (...given: never[]) => (latest.current as unknown as Functions)[name as string]?.(...given),
    ])
    return Object.fromEntries(calls) as All
  })
  return stable
}
