import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Bucket } from '#files/bucket.ts'
import type { ScannerAddress } from '#files/scan.ts'
import type { Networks } from '#outbound/allowed-networks.ts'
import {
  address,
  anyText,
  bucket,
  bytes,
  choice,
  delays,
  filled,
  networks,
  optionalUrl,
  origin,
  scanner,
  Wrong,
  whole,
} from './setting-values.ts'

/** What the server can be told by its environment. */
export interface Settings {
  host: string
  port: number
  publicUrl: string
  dataDir: string
  databaseUrl: string | undefined
  smtpUrl: string | undefined
  mailFrom: string
  rateLimitPerMinute: number
  /** Where files are kept; in the data folder without one. */
  bucket: Bucket | undefined
  /** Bytes of the largest file. */
  maxUpload: number
  scanner: ScannerAddress | undefined
  /** Seconds an access token lives. */
  accessTokenTtl: number
  signUp: 'open' | 'closed'
  demo: boolean
  /** Networks that are not public, but may be called: by webhooks and for files by address. */
  outboundAllow: Networks
  /** Before the second, third and fourth attempt to deliver to a webhook. */
  webhookRetryDelaysMs: readonly number[]
  /** Changes of a description within this time are reported as one. */
  webhookDescriptionDelayMs: number
  /** Whether the API v3 is served beside v4. */
  v3: boolean
  /** Requests that find the event loop this late are turned away with 503. */
  longestDelayMs: number
  /** Whether this process works off jobs; one that doesn't leaves them to others. */
  jobs: boolean
  /** Days that things stay in the recycle bin before they are erased. */
  recycleBinDays: number
  /** So many folders and tasks are copied at most where a request does not say. */
  copyEntryLimit: number
  /** Days that requests of applications stay in their logs; 0 logs none. */
  requestLogDays: number
  logLevel: string
}

/** A setting: its meaning for people, its default, and how its text is read. */
interface Setting<T> {
  meaning: string
  fallback: string
  read(text: string): T
  /** May hold a password: never shown. */
  secret?: boolean
}

/** Every setting: environment variable → meaning, default and reading. `npm run taskwright -- --help` shows them. */
export const settings = {
  HOST: { meaning: 'Address to listen on; 0.0.0.0 for all', fallback: '127.0.0.1', read: address },
  PORT: { meaning: 'Port to listen on; 0 takes a free one', fallback: '8080', read: whole(0, 65535) },
  PUBLIC_URL: {
    meaning: 'Origin under which people and programs reach the server; by default http://HOST:PORT',
    fallback: '',
    read: origin,
  },
  DATA_DIR: {
    meaning: 'Folder of the embedded database and of files',
    fallback: './data',
    read: (value: string) => resolve(filled(value)),
  },
  DATABASE_URL: {
    meaning: 'A PostgreSQL (15 or later) to use in place of the embedded one',
    fallback: '',
    read: optionalUrl(['postgres:', 'postgresql:']),
    secret: true,
  },
  FILES_URL: {
    meaning: 'A bucket for files in place of the data folder: s3://bucket/folder?region=…&endpoint=https://…',
    fallback: '',
    read: bucket,
  },
  AWS_ACCESS_KEY_ID: { meaning: 'Name of the key to the bucket', fallback: '', read: anyText },
  AWS_SECRET_ACCESS_KEY: { meaning: 'The key to the bucket', fallback: '', read: anyText, secret: true },
  AWS_SESSION_TOKEN: { meaning: 'Goes with keys that are lent for a time', fallback: '', read: anyText, secret: true },
  MAX_UPLOAD: { meaning: 'Size of the largest file: bytes, or with KB, MB or GB', fallback: '500MB', read: bytes },
  FILES_SCAN: {
    meaning: 'A ClamAV daemon that looks at each file: tcp://host:port or unix:/path; without one none is looked at',
    fallback: '',
    read: scanner,
  },
  SMTP_URL: {
    meaning: 'Mail server; without one all mail lands on the page /outbox',
    fallback: '',
    read: optionalUrl(['smtp:', 'smtps:']),
    secret: true,
  },
  MAIL_FROM: { meaning: 'Sender of mail', fallback: 'Taskwright <taskwright@localhost>', read: filled },
  RATE_LIMIT_PER_MINUTE: {
    meaning: 'Requests a minute for each user and application; 0 for no limit',
    fallback: '100',
    read: whole(0, 1_000_000),
  },
  ACCESS_TOKEN_TTL: { meaning: 'Seconds an access token lives', fallback: '3600', read: whole(1, 31_536_000) },
  SIGN_UP: {
    meaning: 'Whether people may register accounts: open or closed',
    fallback: 'open',
    read: choice('open', 'closed'),
  },
  DEMO: {
    meaning: 'Whether the first start creates demo content: true or false',
    fallback: 'true',
    read: (value: string) => choice('true', 'false')(value) === 'true',
  },
  OUTBOUND_ALLOW: {
    meaning: 'Networks that webhooks and files by address may reach though they are not public, like 127.0.0.0/8',
    fallback: '',
    read: networks,
  },
  WEBHOOK_RETRY_DELAYS: {
    meaning: 'Seconds before the second, third and fourth attempt to deliver to a webhook',
    fallback: '10,60,300',
    read: delays,
  },
  WEBHOOK_DESCRIPTION_DELAY: {
    meaning: 'Seconds that changes of a description are collected before webhooks hear of them',
    fallback: '300',
    read: whole(0, 86_400),
  },
  V3: {
    meaning: 'Whether the API v3 is served beside v4: on or off',
    fallback: 'on',
    read: (value: string) => choice('on', 'off')(value) === 'on',
  },
  LONGEST_DELAY: {
    meaning: 'Milliseconds by which an overloaded server may lag before it turns requests away with 503; 0: never',
    fallback: '2000',
    read: whole(0, 600_000),
  },
  JOBS: {
    meaning: 'Whether this process does work in the background too: true or false. At least one on the database must',
    fallback: 'true',
    read: (value: string) => choice('true', 'false')(value) === 'true',
  },
  RECYCLE_BIN_DAYS: {
    meaning: 'Days after which what is in the recycle bin is erased for good',
    fallback: '30',
    read: whole(1, 36_500),
  },
  COPY_ENTRY_LIMIT: {
    meaning: 'How many folders and tasks a copy or a launched blueprint may have where the request does not say',
    fallback: '250',
    read: whole(1, 1_000_000),
  },
  REQUEST_LOG_DAYS: {
    meaning: 'Days that requests of applications stay in their logs, which their developers see; 0 logs none',
    fallback: '7',
    read: whole(0, 365),
  },
  LOG_LEVEL: {
    meaning: 'What the log holds: trace, debug, info, warn, error, fatal or silent',
    fallback: 'info',
    read: choice('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'),
  },
} satisfies Record<string, Setting<unknown>>

/** Settings that cannot be used: names each one and what is wrong with it. */
export class SettingsError extends Error {}

/** Reads the settings of this process, from its environment and the file `.env`; what both name, the environment decides. */
export function loadSettings(): Settings {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return readSettings(process.env)
}

/** The origin of a server on this address. One that listens on all addresses is reached as localhost. */
export function originOf(host: string, port: number): string {
  const named = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return new URL(`http://${named}:${port}`).origin
}

/**
 * Reads the settings from an environment.
 *
 * @throws {SettingsError} naming every setting that is wrong, and what it takes.
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const faults: string[] = []
  function value<T>(name: string, setting: Setting<T>): T {
    const given = environment[name] || setting.fallback
    try {
      return setting.read(given)
    } catch (error) {
      if (!(error instanceof Wrong)) throw error
      faults.push(
        setting.secret ? `${name} must be ${error.message}` : `${name} is '${given}', but must be ${error.message}`,
      )
      return undefined as T
    }
  }
  function bucketWithKey(): Bucket | undefined {
    const place = value('FILES_URL', settings.FILES_URL)
    const accessKeyId = value('AWS_ACCESS_KEY_ID', settings.AWS_ACCESS_KEY_ID)
    const secretAccessKey = value('AWS_SECRET_ACCESS_KEY', settings.AWS_SECRET_ACCESS_KEY)
    const sessionToken = value('AWS_SESSION_TOKEN', settings.AWS_SESSION_TOKEN) || undefined
    if (!place) return undefined
    if (accessKeyId === '' || secretAccessKey === '')
      faults.push('FILES_URL names a bucket, so AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY must hold its key')
    return { ...place, accessKeyId, secretAccessKey, sessionToken }
  }
  const host = value('HOST', settings.HOST)
  const port = value('PORT', settings.PORT)
  const read: Settings = {
    host,
    port,
    publicUrl: value('PUBLIC_URL', settings.PUBLIC_URL) ?? (faults.length > 0 ? '' : originOf(host, port)),
    dataDir: value('DATA_DIR', settings.DATA_DIR),
    databaseUrl: value('DATABASE_URL', settings.DATABASE_URL),
    bucket: bucketWithKey(),
    maxUpload: value('MAX_UPLOAD', settings.MAX_UPLOAD),
    scanner: value('FILES_SCAN', settings.FILES_SCAN),
    smtpUrl: value('SMTP_URL', settings.SMTP_URL),
    mailFrom: value('MAIL_FROM', settings.MAIL_FROM),
    rateLimitPerMinute: value('RATE_LIMIT_PER_MINUTE', settings.RATE_LIMIT_PER_MINUTE),
    accessTokenTtl: value('ACCESS_TOKEN_TTL', settings.ACCESS_TOKEN_TTL),
    signUp: value('SIGN_UP', settings.SIGN_UP),
    demo: value('DEMO', settings.DEMO),
    outboundAllow: value('OUTBOUND_ALLOW', settings.OUTBOUND_ALLOW),
    webhookRetryDelaysMs: value('WEBHOOK_RETRY_DELAYS', settings.WEBHOOK_RETRY_DELAYS),
    webhookDescriptionDelayMs: value('WEBHOOK_DESCRIPTION_DELAY', settings.WEBHOOK_DESCRIPTION_DELAY) * 1000,
    v3: value('V3', settings.V3),
    longestDelayMs: value('LONGEST_DELAY', settings.LONGEST_DELAY),
    jobs: value('JOBS', settings.JOBS),
    recycleBinDays: value('RECYCLE_BIN_DAYS', settings.RECYCLE_BIN_DAYS),
    copyEntryLimit: value('COPY_ENTRY_LIMIT', settings.COPY_ENTRY_LIMIT),
    requestLogDays: value('REQUEST_LOG_DAYS', settings.REQUEST_LOG_DAYS),
    logLevel: value('LOG_LEVEL', settings.LOG_LEVEL),
  }
  if (faults.length > 0)
    throw new SettingsError(`These settings are wrong:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
  return read
}
