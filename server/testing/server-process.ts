import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A server in a process of its own, which a test may kill. */
export interface ServerProcess {
  readonly process: ChildProcess
  /** All it has printed so far. */
  printed(): string
  /** Sends a signal and waits for the end; the exit code, or null after a kill. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

const main = join(import.meta.dirname, '../main.ts')

/** Starts `server/main.ts`, and waits until it answers. */
export async function startServerProcess(environment: Record<string, string>): Promise<ServerProcess> {
  const started = await tryServerProcess(environment)
  if (started.process.exitCode !== null) throw new Error(`the server did not start: ${started.printed()}`)
  return started
}

/** Starts one that may not be able to start; settles when it is ready or has ended. */
export async function tryServerProcess(environment: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close')
  let text = ''
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        text += chunk
        if (text.includes('\n  Try ')) resolve()
      })
  })
  await Promise.race([ready, ended])
  return {
    process: child,
    printed: () => text,
    end: async (signal) => {
      child.kill(signal)
      await ended
      return child.exitCode
    },
  }
}
