import { afterAll, beforeAll, expect, test } from 'vitest'
import { testStore } from '#testing/store.ts'
import type { Store } from './connect.ts'

/**
 * Tables that belong to the whole server, not to an account: people and their credentials, and what runs the server.
 * Every other table can be distributed by account as it is, because its keys begin with the account.
 */
const global = new Set([
  'person',
  'access_token',
  'application',
  'application_invitation',
  'application_logo',
  'application_person',
  'application_redirect_uri',
  'application_listing',
  'application_listing_text',
  'application_listing_step',
  'application_tester',
  'application_feedback',
  'oauth_grant',
  'oauth_payload',
  'session',
  'one_time_link',
  'outbox_mail',
  'server_secret',
  'desk_act',
  'request_log',
  'operation_use',
  'published_contract',
  'deprecation_notice',
  'deprecation_mail',
  'mailing_choice',
  'mailing_announcement',
  'mailing_delivery',
  'kysely_migration',
  'kysely_migration_lock',
])

let store: Store
beforeAll(async () => {
  store = await testStore()
})
afterAll(() => store.close())

interface Key {
  table: string
  other: string | null
  columns: string[]
}

const keys = async (kind: 'p' | 'f'): Promise<Key[]> => {
  const { rows } = await store.pool.query<Key>(
    `select c.conrelid::regclass::text as table, nullif(c.confrelid, 0)::regclass::text as other,
       array(select a.attname::text from unnest(c.conkey) with ordinality k(attnum, at)
             join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum order by k.at) as columns
     from pg_constraint c join pg_class t on t.oid = c.conrelid
     where c.contype = $1 and c.connamespace = 'public'::regnamespace and not t.relispartition`,
    [kind],
  )
  return rows
}

test('every table of accounts begins its primary key with the account', async () => {
  const { rows: tables } = await store.pool.query<{ name: string }>(
    `select relname::text as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not relispartition`,
  )
  const primary = new Map((await keys('p')).map((key) => [key.table, key.columns]))
  const wrong = tables
    .map(({ name }) => name)
    .filter((name) => !global.has(name) && primary.get(name)?.[0] !== 'account_id')
  expect(wrong).toEqual([])
})

test('every reference between tables of accounts names the account', async () => {
  const wrong = (await keys('f')).filter(
    (key) => !global.has(key.table) && !global.has(key.other ?? '') && key.columns[0] !== 'account_id',
  )
  expect(wrong).toEqual([])
})

test('every index of a table of accounts begins with the account, but for the few that look across accounts', async () => {
  const acrossAccounts = [
    'account_user_person',
    'event_unplaced',
    'webhook_due',
    'webhook_application',
    'webhook_delivery_ended',
    'notification_old',
    'notification_reader_due',
    'search_text_words',
    'idempotent_request_age',
    'search_title_words',
  ]
  const { rows } = await store.pool.query<{ table: string; index: string; first: string }>(
    `select t.relname::text as table, i.relname::text as index, a.attname::text as first
     from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
     join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
     where t.relnamespace = 'public'::regnamespace and not t.relispartition`,
  )
  const wrong = rows.filter(
    (row) => !global.has(row.table) && row.first !== 'account_id' && !acrossAccounts.includes(row.index),
  )
  expect(wrong).toEqual([])
})
