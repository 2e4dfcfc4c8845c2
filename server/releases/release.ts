import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { contractRecord, today } from './contract-record.ts'
import { faultsOf } from './faults.ts'
import { recordText } from './record-text.ts'
import { releasesFolder, storedReleases } from './stored-releases.ts'

// npm run contract:release: stores the contract under the version of package.json. What was released is never changed.
const record = contractRecord()
const file = new URL(`${record.version}.json`, releasesFolder)
const last = storedReleases().at(-1)
const faults = last ? faultsOf(last, record, today()) : []
const stored = existsSync(file) ? readFileSync(file, 'utf8') : undefined
const isSame = stored === recordText({ ...record, released: last?.released ?? record.released })

if (faults.length > 0) fail(faults.join('\n'))
else if (stored !== undefined && !isSame)
  fail(`${record.version} is released with another contract: raise the version in package.json first.`)
else if (stored === undefined) {
  writeFileSync(file, recordText(record))
  console.log(`Released contract ${record.version}`)
} else console.log(`${record.version} is released already, with this contract`)

function fail(why: string): void {
  console.error(why)
  process.exitCode = 1
}
