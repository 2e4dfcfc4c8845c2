import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { sdkFiles } from './sdk.ts'

test('the generated files of the client are what the contract makes of them; else npm run generate', async () => {
  const folder = new URL('../../sdk/src/generated/', import.meta.url)
  const made = sdkFiles()
  expect((await readdir(folder)).sort()).toEqual([...made.keys()].sort())
  for (const [name, text] of made) expect(await readFile(new URL(name, folder), 'utf8'), name).toBe(text)
})
