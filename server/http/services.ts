import type { Logger } from 'pino'
import { type LiveChanges, openLiveChanges } from '#changes/live.ts'
import type { Store } from '#database/connect.ts'
import { serverSecret } from '#database/secret.ts'
import { type Scanner, scannerAt } from '#files/scan.ts'
import { type FileStore, openFileStore } from '#files/store.ts'
import { jobs } from '#jobs/index.ts'
import { type Jobs, openJobs } from '#jobs/jobs.ts'
import { createOutbound, type Outbound } from '#outbound/outbound.ts'
import { openRequestLog, type RequestLog } from '#request-log/request-log.ts'
import type { Settings } from '#settings.ts'

/** What a running server is made of; parts receive it as an argument. */
export interface Services {
  readonly settings: Settings
  readonly store: Store
  /** Contents of files, and what looks for viruses in them. */
  readonly files: FileStore
  readonly scanner: Scanner
  readonly log: Logger
  /** Signs page tokens and cookies; shared by all processes on one database. */
  readonly secret: Buffer
  /** Calls servers of other people. */
  readonly outbound: Outbound
  /** The queue of work that is done apart from requests. */
  readonly jobs: Jobs
  /** The logs of applications. */
  readonly requestLog: RequestLog
  /** Tells streams of changes as they happen. */
  readonly liveChanges: LiveChanges
}

/** Puts together what a server works with, on a store that is open and migrated. The server closes what it opens. */
export async function assembleServices(parts: { settings: Settings; store: Store; log: Logger }): Promise<Services> {
  return {
    ...parts,
    files: await openFileStore(parts.settings),
    scanner: scannerAt(parts.settings.scanner),
    secret: await serverSecret(parts.store.database),
    outbound: createOutbound(parts.settings.outboundAllow),
    jobs: await openJobs(parts.store, parts.log, jobs),
    requestLog: openRequestLog(parts.store.database, parts.log, parts.settings.requestLogDays),
    liveChanges: openLiveChanges(parts.store, parts.log),
  }
}
