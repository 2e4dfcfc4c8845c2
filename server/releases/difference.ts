/** One thing in which a contract differs from an earlier one. */
export interface Difference {
  readonly change: 'added' | 'removed' | 'changed'
  /** Whether a client that was right before may be wrong now. */
  readonly breaking: boolean
  /**
   * What it is about, with all that it is part of, the widest first: `v3`, `v4 queryTasks`, `v4 queryTasks limit`,
   * `v4 queryTasks fields=metadata`, `v4 model Task dates`. A deprecation of any of them announces it.
   */
  readonly within: readonly string[]
  /** In words for people. */
  readonly says: string
}

/** What a difference is about, most narrowly. */
export const subjectOf = ({ within }: Difference): string => within.at(-1) as string

/** Where a comparison is: what has it, what it is part of, and how it is called. */
export interface Place {
  readonly within: readonly string[]
  readonly called: string
  /** Whether clients send it or receive it. */
  readonly way: 'sent' | 'answered'
}

/** Makes the differences of one place. */
export const at = (place: Place) => ({
  added: (says: string, breaking = false): Difference => ({ change: 'added', breaking, within: place.within, says }),
  removed: (says: string): Difference => ({ change: 'removed', breaking: true, within: place.within, says }),
  changed: (says: string, breaking: boolean): Difference => ({
    change: 'changed',
    breaking,
    within: place.within,
    says: `${place.called}: ${says}`,
  }),
})

/** A narrower place. */
export const inside = (place: Place, subject: string, called: string, way = place.way): Place => ({
  within: [...place.within, subject],
  called,
  way,
})
