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
  const counted = new Map<string, Uses>()
  function count(use: Uses): void {
    const key = `${use.client_id} ${use.day} ${use.subject}`
    const known = counted.get(key)
    if (known) known.calls += use.calls
    else counted.set(key, { ...use })
  }
  return {
    get size() {
      return counted.size
    },
    add({ clientId, uses }) {
      const day = today()
      for (const subject of uses) count({ client_id: clientId, subject, day, calls: 1 })
    },
    addAll: (other) => other.list().forEach(count),
    list: () => [...counted.values()],
  }
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
