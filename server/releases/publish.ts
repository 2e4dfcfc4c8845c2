import type { Services } from '#http/services.ts'
import { contractRecord } from './contract-record.ts'
import { declaredIn } from './declared.ts'
import { noticeJob } from './notice-job.ts'
import { hashOf } from './publication.ts'

/**
 * Notes which contract this server serves, and has those told whose applications use what is newly deprecated. Servers that
 * start together do it once.
 */
export async function publishContract({ store, jobs }: Pick<Services, 'store' | 'jobs'>): Promise<void> {
  const record = contractRecord()
  await store.database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('published_contract')
      .values({ contract_hash: hashOf(record), version: record.version, record })
      .onConflict((same) => same.column('contract_hash').doNothing())
      .execute()
    const declared = declaredIn(record)
    if (declared.length === 0) return
    const found = await transaction
      .insertInto('deprecation_notice')
      .values(
        declared.map(({ subject, what, deprecation, usedAs }) => ({
          subject,
          until: deprecation.until ?? '',
          what,
          declared: deprecation,
          used_as: [...usedAs],
        })),
      )
      .onConflict((same) => same.columns(['subject', 'until']).doNothing())
      .returning('subject')
      .execute()
    if (found.length > 0) await jobs.enqueue(transaction, noticeJob, {})
  })
}
