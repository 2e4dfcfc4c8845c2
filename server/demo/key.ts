import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How to get into the demo account: kept in the data folder, for the eyes of whoever runs the server. */
export interface DemoKey {
  email: string
  password: string
  /** Permanent token; absent until the account is made. */
  token?: string
  /** Whether all content is there. A start that was killed while making it goes on from here. */
  complete: boolean
}

/** The key of this data folder; undefined if there is no demo account. */
export async function readDemoKey(dataDir: string): Promise<DemoKey | undefined> {
  const text = await readFile(join(dataDir, name), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : JSON.parse(text)
}

/** Replaces the key in one step: a kill leaves the old one or the new one. */
export async function writeDemoKey(dataDir: string, key: DemoKey): Promise<void> {
  await mkdir(dataDir, { recursive: true })
  await writeFile(join(dataDir, `${name}.new`), `${JSON.stringify(key, null, 2)}\n`, { mode: 0o600 })
  await rename(join(dataDir, `${name}.new`), join(dataDir, name))
}

const name = 'demo.json'
