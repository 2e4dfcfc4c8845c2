import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chown, readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { binary } from './binary.ts'

/** The user PostgreSQL runs as; undefined for the user who starts it. */
export type RunAs = { uid: number; gid: number; capability?: Capability } | undefined

/** What passes folders that are closed to a user; the first one allows no more than reading. */
type Capability = keyof typeof bits
const bits = { dac_read_search: 1n << 2n, dac_override: 1n << 1n }

/** No one's user, who owns the data when root starts PostgreSQL for the first time. */
const nobody = 65534

/**
 * PostgreSQL refuses root. Started by root, it runs as the user who owns its data, at first as nobody. Where that user
 * cannot pass a folder on the way (as `/root`), it gets the one capability that it takes.
 *
 * @throws {Error} if the data belongs to somebody else, or a folder on the way can't be passed.
 */
export async function runAs(cluster: string): Promise<RunAs> {
  const self = process.getuid?.()
  if (self === undefined) return undefined
  const owner = await stat(cluster).catch(() => undefined)
  if (self !== 0) {
    if (owner === undefined || owner.uid === self) return undefined
    throw new Error(
      `${cluster} belongs to another user (number ${owner.uid}): start the server as that user or as root, or give the folder to yours with chown -R`,
    )
  }
  const user = owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : { uid: nobody, gid: nobody }
  for (const path of [binary('postgres'), cluster]) {
    const closed = await closedFolder(path, user)
    if (closed) return { ...user, capability: await capabilityFor(closed) }
  }
  return user
}

/** Gives a file or folder to the user PostgreSQL runs as. */
export async function giveTo(user: RunAs, path: string): Promise<void> {
  if (user && (await stat(path)).uid !== user.uid) await chown(path, user.uid, user.gid)
}

/** Starts a program of PostgreSQL; settles when it runs. */
export async function spawnAs(
  user: RunAs,
  name: 'initdb' | 'postgres',
  args: string[],
  options: SpawnOptions,
): Promise<ChildProcess> {
  const program = binary(name)
  const child = user?.capability
    ? spawn('setpriv', [...passing(user, user.capability), program, ...args], options)
    : spawn(program, args, { ...options, ...user })
  await once(child, 'spawn')
  return child
}

/** The kernel leaves capabilities out when a program asks by access(2) what it may open, as PostgreSQL's do of themselves; not so with this. */
const kept = ['--securebits=+no_setuid_fixup']

/** How `setpriv` starts a program as a user with one capability. */
export function passing({ uid, gid }: { uid: number; gid: number }, capability: Capability): string[] {
  const granted = [`--inh-caps=+${capability}`, `--ambient-caps=+${capability}`, '--no-new-privs']
  return [...kept, `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...granted, '--']
}

/** The first folder on the way to a path that a user may not pass. */
async function closedFolder(path: string, { uid, gid }: { uid: number; gid: number }): Promise<string | undefined> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const status = await stat(folder)
    const search = status.uid === uid ? 0o100 : status.gid === gid ? 0o010 : 0o001
    if ((status.mode & search) === 0) return folder
    if (folder === dirname(folder)) return undefined
  }
}

async function capabilityFor(folder: string): Promise<Capability> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '')
  const held = BigInt(`0x${/^CapEff:\s*(\w+)/m.exec(status)?.[1] ?? '0'}`)
  const capability = (Object.keys(bits) as Capability[]).find((one) => (held & bits[one]) !== 0n)
  const hasSetpriv = (process.env.PATH ?? '').split(':').some((place) => existsSync(`${place}/setpriv`))
  if (capability && hasSetpriv) return capability
  throw new Error(
    `PostgreSQL never runs as root, and the user it runs as instead may not pass ${folder}. Start the server as an ordinary user, move it where all users may look, or set DATABASE_URL`,
  )
}
