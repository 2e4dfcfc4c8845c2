import { firstSteps } from '#demo/first-steps.ts'
import { loadSettings, SettingsError } from './settings.ts'
import { type RunningServer, startServer } from './start.ts'

/** npm hands Ctrl-C on to us although the terminal has sent it already: both together are one. */
const sameKeyMs = 500

let running: RunningServer | undefined
let stoppingSince: number | undefined
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopOnce)

try {
  const began = performance.now()
  const settings = loadSettings()
  running = await startServer(settings, { progress: (step) => console.log(`${step} …`) })
  console.log(`Ready in ${((performance.now() - began) / 1000).toFixed(1)} s\n\n${await firstSteps(running)}\n`)
  if (stoppingSince) await stop(running)
} catch (error) {
  fail(error)
}

/** The first Ctrl-C stops in good order, one after that at once. */
function stopOnce(): void {
  if (stoppingSince !== undefined) {
    if (performance.now() - stoppingSince > sameKeyMs) process.exit(130)
    return
  }
  stoppingSince = performance.now()
  if (running) stop(running).catch(fail)
}

async function stop(server: RunningServer): Promise<void> {
  console.log('Stopping …')
  await server.stop()
  console.log('Stopped')
  process.exit(0)
}

/** What people can mend is said in a line, anything else with where it happened. */
function fail(error: unknown): never {
  const mendable = error instanceof SettingsError || (error instanceof Error && error.constructor === Error)
  console.error(mendable ? `\nTaskwright cannot start. ${error.message}` : error)
  process.exit(1)
}
