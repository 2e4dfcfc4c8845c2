import type { Call } from './call.ts'
import type { Uses } from './write.ts'

/** Counters of use that are not written down yet. As many as there are different things in use, not as requests. */
export interface GatheredUses {
  readonly size: number
  add(call: Pick<Call, 'clientId' | 'uses'>): void
  addAll(other: GatheredUses): void
  list(): Uses[]
}

/** Begins with none. */
export function gatherUses(): GatheredUses {
  // Client → day → subject. These are texts that stay, which a map finds at once; a key put together for each request it
  // would not.
  const counted = new Map<string, Map<string, Map<string, Uses>>>()
  let size = 0

  function count(client_id: string, day: string, subjects: readonly string[], calls: number): void {
    const counters = inside(inside(counted, client_id), day)
    for (const subject of subjects) {
      const known = counters.get(subject)
      if (known) known.calls += calls
      else {
        counters.set(subject, { client_id, subject, day, calls })
        size++
      }
    }
  }
  return {
    get size() {
      return size
    },
    add: ({ clientId, uses }) => count(clientId, today(), uses, 1),
    addAll: (other) => {
      for (const { client_id, day, subject, calls } of other.list()) count(client_id, day, [subject], calls)
    },
    list: () => [...counted.values()].flatMap((days) => [...days.values()].flatMap((uses) => [...uses.values()])),
  }
}

/** The map under a key of another one, made when it is asked for first. */
function inside<V>(outer: Map<string, Map<string, V>>, key: string): Map<string, V> {
  let inner = outer.get(key)
  if (!inner) {
    inner = new Map()
    outer.set(key, inner)
  }
  return inner
}

let day = ''
let dayEndsMs = 0

/** The day of now (UTC), made once a day and not for each request. */
function today(): string {
  const now = Date.now()
  if (now >= dayEndsMs) {
    day = new Date(now).toISOString().slice(0, 10)
    dayEndsMs = Date.parse(day) + 86_400_000
  }
  return day
}
