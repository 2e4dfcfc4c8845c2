import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

/** Where refresh tokens are kept unless another file is named. */
export const usualTokenFile = () =>
  join(process.env.XDG_STATE_HOME ?? join(homedir(), '.local', 'state'), 'taskwright', 'import-tracker.json')

/** The refresh token saved for a server and application, if any. */
export async function readSavedTokens(file: string, place: string): Promise<string | undefined> {
  return (await readSaved(file))[place]
}

/** Saves a refresh token where only its owner can read it. The file is replaced at once, never half written. */
export async function saveTokens(file: string, place: string, refreshToken: string): Promise<void> {
  const saved = { ...(await readSaved(file)), [place]: refreshToken }
  const next = `${file}.${process.pid}`
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(next, JSON.stringify(saved), { mode: 0o600 })
  await rename(next, file)
}

async function readSaved(file: string): Promise<Record<string, string>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Record<string, string>
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw new Error(`${file} can't be read; remove it to sign in anew`, { cause: error })
  }
}
