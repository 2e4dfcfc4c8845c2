import type { Logger } from 'pino'
import type { Store } from '#database/connect.ts'
import type { Settings } from '#settings.ts'

/** What a running server is made of; parts receive it as an argument. */
export interface Services {
  readonly settings: Settings
  readonly store: Store
  readonly log: Logger
  /** Signs page tokens and cookies; shared by all processes on one database. */
  readonly secret: Buffer
}
