/** A value that holds from a day to another, both included. */
export interface Rule<V> {
  from: number
  to: number
  value: V
}

/** A value that holds from a day until another, which is not included. */
export interface Span<V> {
  from: number
  until: number
  value: V
}

/**
 * What holds on which days when later rules win over earlier ones: spans in order that do not overlap. It takes
 * n log n, whatever the length of the rules.
 */
export function spansOf<V>(rules: readonly Rule<V>[]): Span<V>[] {
  const edges = [...new Set(rules.flatMap(({ from, to }) => [from, to + 1]))].sort((a, b) => a - b)
  const at = new Map(edges.map((edge, index) => [edge, index]))
  const values: (V | undefined)[] = []
  // The first piece from here on that no later rule has taken.
  const free = edges.map((_, index) => index)
  const firstFree = (index: number): number => {
    let root = index
    while (free[root] !== undefined && free[root] !== root) root = free[root] as number
    for (let step = index; step !== root; ) {
      const next = free[step] as number
      free[step] = root
      step = next
    }
    return root
  }
  for (const { from, to, value } of rules.toReversed()) {
    const end = at.get(to + 1) as number
    for (let index = firstFree(at.get(from) as number); index < end; index = firstFree(index)) {
      values[index] = value
      free[index] = index + 1
    }
  }
  return edges.flatMap((from, index) =>
    index in values ? [{ from, until: edges[index + 1] as number, value: values[index] as V }] : [],
  )
}

/** The index of the last item that is not behind the place, or -1: by halving. */
export function lastNotAfter<T>(items: readonly T[], placeOf: (item: T) => number, place: number): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (placeOf(items[middle] as T) <= place) low = middle + 1
    else high = middle
  }
  return low - 1
}
