import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createVisit } from './create-visit.ts'
import { queryVisits } from './query-visits.ts'

export const visits = bind(contract, { queryVisits, createVisit })
