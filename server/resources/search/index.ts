import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { search as handler } from './search.ts'

export const search = bind({ search: contract.search }, { search: handler })
