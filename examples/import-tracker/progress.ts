/** Shows how far a long run is. */
export interface Progress {
  start(what: string, steps: number): void
  step(what: string): void
  /** A line that stays, above the bar. */
  note(line: string): void
  end(): void
}

interface Terminal {
  isTTY?: boolean
  columns?: number
  write(text: string): unknown
}

const barWidth = 30
const clearLine = '\r\u001B[K'

/** A bar that is drawn anew in place on a terminal; elsewhere a plain line for each twentieth of the way. */
export function showProgress(terminal: Terminal, now: () => number = Date.now): Progress {
  let total = 0
  let done = 0
  let current = ''
  let startedAt = 0
  let shownPart = 0
  const line = () => {
    const share = total === 0 ? 1 : done / total
    const filled = Math.round(share * barWidth)
    const bar = `${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}`
    return `${current.padEnd(13)} [${bar}] ${String(Math.floor(share * 100)).padStart(3)} % ${done}/${total}${rest()}`
  }
  const rest = () => {
    const seconds = (now() - startedAt) / 1000
    if (done === 0 || done === total || seconds < 5) return ''
    const left = Math.round((seconds / done) * (total - done))
    return left < 60 ? `, ${left} s left` : `, ${Math.ceil(left / 60)} min left`
  }
  const draw = () => {
    if (terminal.isTTY) {
      terminal.write(`${clearLine}${line().slice(0, (terminal.columns ?? 80) - 1)}`)
      return
    }
    const part = Math.floor((done * 20) / Math.max(1, total))
    if (part === shownPart) return
    shownPart = part
    terminal.write(`${line()}\n`)
  }
  return {
    start(what, steps) {
      total = steps
      current = what
      startedAt = now()
      if (terminal.isTTY) draw()
      else terminal.write(`${what}\n`)
    },
    step(what) {
      done += 1
      current = what
      draw()
    },
    note(text) {
      terminal.write(terminal.isTTY ? `${clearLine}${text}\n` : `${text}\n`)
      if (terminal.isTTY && total > 0) draw()
    },
    end() {
      if (terminal.isTTY) terminal.write('\n')
    },
  }
}
