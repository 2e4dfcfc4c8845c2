import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createImport } from './create-import.ts'
import { getImport } from './get-import.ts'
import { undoImport } from './undo-import.ts'

export const imports = bind(contract, { createImport, getImport, undoImport })
