import { afterAll, describe, expect, test } from 'vitest'
import { testStore } from '#testing/store.ts'

describe('test store', async () => {
  const store = await testStore()
  afterAll(() => store.close())
  test('has tables', async () => {
    const account = await store.database
      .insertInto('account')
      .values({ name: 'x' })
      .returningAll()
      .executeTakeFirstOrThrow()
    expect(account.account_id).toBe(1)
  })
})
