import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { usualTokenFile } from './sign-in/token-file.ts'

/** What a run is told by its arguments and the environment; arguments win. */
export interface Settings {
  file: string
  server: string
  space: string
  token: string | undefined
  clientId: string | undefined
  clientSecret: string | undefined
  port: number
  tokenFile: string
}

export const usage = `Brings the items of a tracker (JSON Lines) into a space of Taskwright.

  npm start --workspace import-tracker -- FILE [options]

  --server URL          address of the server (TASKWRIGHT_URL; http://localhost:8080)
  --space TITLE         space to fill; made if it is not there ("Tracker")
  --client-id ID        application to sign in with (TASKWRIGHT_CLIENT_ID)
  --client-secret TEXT  its secret (TASKWRIGHT_CLIENT_SECRET)
  --port NUMBER         port of its redirect URI http://localhost:PORT/callback (8766)
  --token-file PATH     where the refresh token is kept (${usualTokenFile()})
  --token TEXT          permanent access token, in place of signing in (TASKWRIGHT_TOKEN)
`

/**
 * Reads arguments and environment.
 *
 * @throws {Error} that names what is missing or wrong.
 */
export function readSettings(args: string[], environment: NodeJS.ProcessEnv): Settings {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      server: { type: 'string' },
      space: { type: 'string' },
      'client-id': { type: 'string' },
      'client-secret': { type: 'string' },
      port: { type: 'string' },
      'token-file': { type: 'string' },
      token: { type: 'string' },
    },
  })
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw new Error('Name one file to import')
  const token = values.token ?? environment.TASKWRIGHT_TOKEN
  const clientId = values['client-id'] ?? environment.TASKWRIGHT_CLIENT_ID
  if (!token && !clientId) throw new Error('Give --client-id to sign in, or --token')
  const port = Number(values.port ?? 8766)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error('--port must be a number up to 65535')
  // npm runs the program in its own folder; a relative path means the folder the person is in.
  const fromHere = (path: string) => resolve(environment.INIT_CWD ?? '.', path)
  return {
    file: fromHere(file),
    server: new URL(values.server ?? environment.TASKWRIGHT_URL ?? 'http://localhost:8080').origin,
    space: values.space ?? 'Tracker',
    token,
    clientId,
    clientSecret: values['client-secret'] ?? environment.TASKWRIGHT_CLIENT_SECRET,
    port,
    tokenFile: values['token-file'] ? fromHere(values['token-file']) : usualTokenFile(),
  }
}
