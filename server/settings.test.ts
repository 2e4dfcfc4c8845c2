import { expect, test } from 'vitest'
import { originOf, readSettings, settings } from './settings.ts'

test('every setting that is wrong is named, with what it takes, all at once', () => {
  const wrong = {
    PORT: 'http',
    PUBLIC_URL: 'https://example.com/work',
    RATE_LIMIT_PER_MINUTE: '-1',
    ACCESS_TOKEN_TTL: '1.5',
    SIGN_UP: 'perhaps',
    DEMO: 'yes',
    LOG_LEVEL: 'loud',
    HOST: 'a b',
  }
  expect(() => readSettings(wrong)).toThrow(`These settings are wrong:
  HOST is 'a b', but must be a name or an address
  PORT is 'http', but must be a whole number from 0 to 65535
  PUBLIC_URL is 'https://example.com/work', but must be an origin: scheme, host and port, no path
  RATE_LIMIT_PER_MINUTE is '-1', but must be a whole number from 0 to 1000000
  ACCESS_TOKEN_TTL is '1.5', but must be a whole number from 1 to 31536000
  SIGN_UP is 'perhaps', but must be one of open, closed
  DEMO is 'yes', but must be one of true, false
  LOG_LEVEL is 'loud', but must be one of trace, debug, info, warn, error, fatal, silent`)
})

test('a setting that may hold a password is named without its value', () => {
  const wrong = { DATABASE_URL: 'mysql://me:secret@host/db', SMTP_URL: 'host:secret' }
  expect(() => readSettings(wrong)).toThrow(`These settings are wrong:
  DATABASE_URL must be a URL that begins with postgres:// or postgresql://
  SMTP_URL must be a URL that begins with smtp:// or smtps://`)
})

test('without any, the server is for this machine alone', () => {
  expect(readSettings({})).toMatchObject({
    host: '127.0.0.1',
    port: 8080,
    publicUrl: 'http://127.0.0.1:8080',
    databaseUrl: undefined,
    smtpUrl: undefined,
    rateLimitPerMinute: 100,
    accessTokenTtl: 3600,
    signUp: 'open',
    demo: true,
  })
})

test('an empty text is no setting', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: '', DEMO: '' })).toEqual(readSettings({}))
})

test('the public URL follows host and port, and has no path', () => {
  expect(readSettings({ PUBLIC_URL: 'https://Work.example.com/' }).publicUrl).toBe('https://work.example.com')
  expect(readSettings({ HOST: '0.0.0.0', PORT: '9000' }).publicUrl).toBe('http://localhost:9000')
  expect(originOf('::1', 80)).toBe('http://[::1]')
})

test('each setting has a meaning, and takes its own default', () => {
  for (const [name, { meaning, fallback, read }] of Object.entries(settings)) {
    expect(meaning, name).not.toBe('')
    expect(() => read(fallback), name).not.toThrow()
  }
})

test('a bucket is read from its address, with its key from the environment', () => {
  const key = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' }
  const FILES_URL = 's3://garden/files/?region=eu-central-1&endpoint=http://127.0.0.1:9000'
  expect(readSettings({ FILES_URL, ...key }).bucket).toEqual({
    url: 'http://127.0.0.1:9000/garden',
    prefix: 'files/',
    region: 'eu-central-1',
    accessKeyId: 'id',
    secretAccessKey: 'secret',
    sessionToken: undefined,
  })
  expect(readSettings({ FILES_URL: 's3://garden', ...key }).bucket).toMatchObject({
    url: 'https://s3.us-east-1.amazonaws.com/garden',
    prefix: '',
  })
  expect(readSettings({}).bucket).toBeUndefined()
})

test('settings of files say what they take', () => {
  const wrong = { FILES_URL: 's3://garden?zone=1', MAX_UPLOAD: '0', FILES_SCAN: 'http://clamd' }
  expect(() => readSettings(wrong)).toThrow(`These settings are wrong:
  FILES_URL is 's3://garden?zone=1', but must be like s3://bucket/folder?region=eu-central-1&endpoint=https://host
  MAX_UPLOAD is '0', but must be a size up to 50GB, like 500MB
  FILES_SCAN is 'http://clamd', but must be like tcp://host:3310 or unix:/path/of/socket`)
  expect(() => readSettings({ FILES_URL: 's3://garden' })).toThrow(
    'FILES_URL names a bucket, so AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY must hold its key',
  )
})

test('sizes and scanners are read', () => {
  expect(readSettings({}).maxUpload).toBe(500 * 1024 * 1024)
  expect(readSettings({ MAX_UPLOAD: '2GB' }).maxUpload).toBe(2 * 1024 ** 3)
  expect(readSettings({ MAX_UPLOAD: '1000' }).maxUpload).toBe(1000)
  expect(readSettings({ FILES_SCAN: 'tcp://[::1]:3310' }).scanner).toEqual({ host: '::1', port: 3310 })
  expect(readSettings({ FILES_SCAN: 'unix:/run/clamd.sock' }).scanner).toEqual({ path: '/run/clamd.sock' })
})
