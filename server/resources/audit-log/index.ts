import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { queryAuditLog } from './query-audit-log.ts'

export const auditLog = bind(contract, { queryAuditLog })
