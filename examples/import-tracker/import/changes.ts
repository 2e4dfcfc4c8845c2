export const kinds = ['spaces', 'custom fields', 'projects', 'tasks', 'dependencies', 'comments'] as const
export const outcomes = ['created', 'changed', 'removed', 'same'] as const

export type Kind = (typeof kinds)[number]
export type Outcome = (typeof outcomes)[number]

/** Counts what a run did. */
export interface Changes {
  count(kind: Kind, outcome: Outcome): void
  of(kind: Kind, outcome: Outcome): number
  /** All writes: 0 if everything was there already. */
  total(): number
}

export function startCounting(): Changes {
  const counts = new Map<string, number>()
  const of = (kind: Kind, outcome: Outcome) => counts.get(`${kind} ${outcome}`) ?? 0
  return {
    count: (kind, outcome) => counts.set(`${kind} ${outcome}`, of(kind, outcome) + 1),
    of,
    total: () => kinds.reduce((sum, kind) => sum + of(kind, 'created') + of(kind, 'changed') + of(kind, 'removed'), 0),
  }
}
