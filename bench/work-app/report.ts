import type { Taken } from './hand.ts'

/** What people may be made to wait, in milliseconds, and to load at first, in bytes. */
export const limits = { interactionMs: 100, scriptBytes: 250_000 }

/** One thing that was done, several times. */
export interface Measured {
  scene: string
  step: string
  rounds: Taken[]
}

/**
 * Interaction to next paint of a round in milliseconds, in steps of 8 as the browser tells it; 16 stands for anything shorter. It is the
 * longest interaction, of every 50 one left out (web.dev/inp); what a drag begins and ends with counts too.
 */
export function interactionOf({ events }: Taken): number {
  const longest = new Map<string, number>()
  for (const { id, name, duration } of events) {
    if (id === 0 && name !== 'drop' && name !== 'dragstart') continue
    const key = id === 0 ? name : String(id)
    longest.set(key, Math.max(duration, longest.get(key) ?? 16))
  }
  const sorted = [...longest.values()].sort((one, other) => other - one)
  return sorted[Math.floor(sorted.length / 50)] ?? 16
}

/** Layout shift that no input of the last half second explains. */
export const shiftOf = ({ shifts }: Taken): number =>
  shifts.filter(({ hadInput }) => !hadInput).reduce((sum, { value }) => sum + value, 0)

const longestOf = ({ frames, steps }: Taken): number => Math.max(0, ...frames.map(({ duration }) => duration), ...steps)

export const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

export function interactionTable(measured: readonly Measured[]): string {
  const done = measured.filter(({ rounds }) => rounds.length > 0)
  const rows = done.map(({ scene, step, rounds }) => {
    const times = rounds.map(interactionOf)
    const middle = median(times)
    const shift = Math.max(...rounds.map(shiftOf))
    const watched = rounds.flatMap(({ steps }) => steps)
    const dropped = watched.filter((ms) => ms > 25).length
    return [
      scene,
      step,
      middle,
      Math.min(...times),
      Math.max(...times),
      Math.round(median(rounds.map(longestOf))),
      watched.length > 0 ? `${dropped} of ${watched.length}` : '',
      shift.toFixed(4),
      [middle > limits.interactionMs && 'SLOW', shift > 0 && 'SHIFTS'].filter(Boolean).join(' '),
    ]
  })
  return table(
    [
      'where',
      'what',
      `ms to next paint, median (limit ${limits.interactionMs})`,
      'best',
      'worst',
      'longest frame, ms',
      'late frames',
      'layout shift (limit 0)',
      '',
    ],
    rows,
  )
}

/** Each thing that shifted, once, with where it was and where it came to. */
export function shiftList(all: readonly { where: string; rounds: readonly Taken[] }[]): string {
  const lines = all.flatMap(({ where, rounds }) =>
    rounds
      .flatMap(({ shifts }) => shifts.filter(({ hadInput }) => !hadInput))
      .map(({ value, sources }) => `${where}: ${value.toFixed(4)}\n  ${sources.join('\n  ')}`),
  )
  return [...new Set(lines)].join('\n')
}

export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}
