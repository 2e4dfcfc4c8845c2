import type { Generated } from 'kysely'
import type { Deprecation } from '#contract/deprecation.ts'
import type { ContractRecord } from './record.ts'

export interface ReleaseTables {
  published_contract: {
    contract_hash: Buffer
    version: string
    record: ContractRecord
    published_at: Generated<Date>
  }
  /** A deprecation that this installation has published; `until` is empty for one without an end. */
  deprecation_notice: {
    subject: string
    until: string
    what: string
    declared: Deprecation
    used_as: string[]
    found_at: Generated<Date>
    told_at: Date | null
  }
  /** Who was told of it, and for which applications. */
  deprecation_mail: {
    subject: string
    until: string
    person_id: number
    applications: string[]
    sent_at: Generated<Date>
  }
}
