import { chown, readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { binary } from './binary.ts'

/** Whom PostgreSQL runs as. */
export interface RunAs {
  /** Absent: as ourselves. */
  user?: { uid: number; gid: number }
  /** A command line before its own. */
  before: string[]
}

/** Runs PostgreSQL where no other user is known to own its data: nobody, on all systems we know. */
const nobody = 65534
const maySearch = { dac_override: 1n << 1n, dac_read_search: 1n << 2n }

/**
 * PostgreSQL refuses root: started as root, it runs as the user who owns its data, at first as nobody. Where that user
 * cannot enter a folder on the way (`/root`), it gets the one capability that it needs to pass.
 *
 * @throws {Error} if the data belongs to somebody else, or the folder can't be passed.
 */
export async function runAs(cluster: string): Promise<RunAs> {
  const owner = await stat(cluster).catch(() => undefined)
  const self = process.getuid?.()
  if (self === undefined) return { before: [] }
  if (self !== 0) {
    if (owner === undefined || owner.uid === self) return { before: [] }
    throw new Error(`${cluster} belongs to another user: start as that user (or as root), or give it to yourself by chown -R`)
  }
  const user = owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : { uid: nobody, gid: nobody }
  for (const path of [binary('postgres'), cluster])
    if (!(await canReach(path, user))) return { before: await passing(path, user) }
  return { user, before: [] }
}

/** Gives a folder to whoever runs PostgreSQL. */
export async function giveTo({ user, before }: RunAs, folder: string): Promise<void> {
  const owner = user ?? (before.length > 0 ? { uid: Number(before[1]?.split('=')[1]), gid: Number(before[2]?.split('=')[1]) } : undefined)
  if (owner && (await stat(folder)).uid !== owner.uid) await chown(folder, owner.uid, owner.gid)
}

async function canReach(path: string, { uid, gid }: { uid: number; gid: number }): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const status = await stat(folder)
    const search = status.uid === uid ? 0o100 : status.gid === gid ? 0o010 : 0o001
    if ((status.mode & search) === 0) return false
    if (folder === dirname(folder)) return true
  }
}
