import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { shortTitleOf } from '#contract/avatar-colors.ts'
import { avatarUrl, colorOf } from '#http/avatars.ts'
import { encodeAccountId, encodeId } from '#ids/encode.ts'
import type { Contact } from '../contacts/contract.ts'
import type { Asset } from './contract.ts'
import type { AssetRow } from './queries.ts'

/** Row → Asset. */
export const presentAsset = (caller: Caller, row: AssetRow): Static<typeof Asset> => ({
  id: encodeId('Asset', caller.accountId, row.asset_id),
  name: row.name,
})

/** Row → Contact: equipment among people and groups. Its name stands for the first name, as the title of a group does. */
export const presentAssetContact = (caller: Caller, row: AssetRow): Static<typeof Contact> => ({
  id: encodeId('Asset', caller.accountId, row.asset_id),
  firstName: row.name,
  lastName: '',
  type: 'Asset',
  profiles: [
    {
      accountId: encodeAccountId(caller.accountId),
      role: 'User',
      external: false,
      admin: false,
      owner: false,
      active: row.deleted_at === null,
    },
  ],
  avatarUrl: avatarUrl(colorOf(row.asset_id), shortTitleOf(row.name)),
  timezone: 'Z',
  locale: 'en',
  deleted: row.deleted_at !== null,
})
