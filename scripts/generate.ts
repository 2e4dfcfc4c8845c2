import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { sdkFiles } from '#contract/sdk.ts'

/** Writes what is made from the contract and kept in the repository: the client's operations and models. */
const folder = new URL('../sdk/src/generated/', import.meta.url)
await mkdir(folder, { recursive: true })
const files = sdkFiles()
for (const name of await readdir(folder)) if (!files.has(name)) await rm(new URL(name, folder))
for (const [name, text] of files) await writeFile(new URL(name, folder), text)
process.stdout.write(`${files.size} files in sdk/src/generated\n`)
