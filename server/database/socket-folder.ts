import { createHash } from 'node:crypto'
import { chmod, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The path of a unix socket holds 107 bytes; PostgreSQL adds `/.s.PGSQL.5432` and a lock file's ending. */
const longest = 107 - '/.s.PGSQL.5432.lock'.length

/** The folder of the socket: inside the data folder, or a short one named after it when that path is too long. */
export async function socketFolder(dataDir: string): Promise<string> {
  const inside = join(resolve(dataDir), 'socket')
  const short = join(tmpdir(), `taskwright-${createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16)}`)
  const folder = Buffer.byteLength(inside) <= longest ? inside : short
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  return folder
}
