import { verifyPassword } from '#console/passwords.ts'
import { findToken } from '#oauth/tokens.ts'
import type { RunningServer } from '../start.ts'
import { type DemoKey, readDemoKey } from './key.ts'

/** What to do with a server that has just started: where it is, how to sign in, and a line of curl that works as it is. */
export async function firstSteps(server: RunningServer): Promise<string> {
  const { url } = server
  const key = await readDemoKey(server.settings.dataDir)
  if (key && (await opens(server, key))) {
    return steps({
      Open: url,
      'Sign in': `as ${key.email} with the password ${key.password}`,
      Try: `curl -H 'Authorization: bearer ${key.token}' '${url}/api/v4/tasks'`,
    })
  }
  const owner = await firstOwner(server)
  if (owner) {
    return steps({
      Open: url,
      'Sign in': `${url}/sign-in`,
      Try: `curl -H "Authorization: bearer $(npm run --silent taskwright -- token create --email ${owner})" '${url}/api/v4/tasks'`,
    })
  }
  return steps({
    Open: url,
    Begin:
      server.settings.signUp === 'open'
        ? `create an account at ${url}/register`
        : 'npm run --silent taskwright -- account create --help',
    Try: `curl '${url}/.well-known/oauth-authorization-server'`,
  })
}

/** Passwords get changed and tokens revoked: only what still works is shown. */
async function opens({ store: { database } }: RunningServer, { email, password, token }: DemoKey): Promise<boolean> {
  const person = await database
    .selectFrom('person')
    .select('password_hash')
    .where('email', '=', email)
    .executeTakeFirst()
  if (!person?.password_hash || !token) return false
  return (await findToken(database, token)) !== undefined && (await verifyPassword(password, person.password_hash))
}

async function firstOwner({ store: { database } }: RunningServer): Promise<string | undefined> {
  const owner = await database
    .selectFrom('account_user')
    .innerJoin('person', 'person.person_id', 'account_user.person_id')
    .select('email')
    .where('role', '=', 'owner')
    .orderBy('account_id')
    .limit(1)
    .executeTakeFirst()
  return owner?.email
}

function steps(said: Record<string, string>): string {
  return Object.entries(said)
    .map(([name, text]) => `  ${name.padEnd(9)}${text}`)
    .join('\n')
}
