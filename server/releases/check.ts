import { contractRecord, today } from './contract-record.ts'
import { faultsOf } from './faults.ts'
import { storedReleases } from './stored-releases.ts'

// npm run contract:check: compares the contract of the code with the last released one.
const released = storedReleases().at(-1)
const faults = released ? faultsOf(released, contractRecord(), today()) : []
for (const fault of faults) console.error(fault)
if (released)
  console.log(
    `Contract against ${released.version}: ${faults.length === 0 ? 'nothing breaks' : `${faults.length} faults`}`,
  )
process.exitCode = faults.length === 0 ? 0 : 1
