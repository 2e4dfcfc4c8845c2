import { bind } from '#contract/bind.ts'
import * as contract from './contract/index.ts'
import { copyFolder } from './copy-folder.ts'
import { copyFolderAsync } from './copy-folder-async.ts'
import { createFolder } from './create-folder.ts'
import { deleteFolder } from './delete-folder.ts'
import { getFoldersByIds } from './get-folders-by-ids.ts'
import { queryFolders } from './query-folders.ts'
import { queryFoldersHistory } from './query-folders-history.ts'
import { updateFolder } from './update-folder.ts'
import { updateFoldersBulk } from './update-folders-bulk.ts'

export const folders = bind(contract, {
  queryFolders,
  getFoldersByIds,
  queryFoldersHistory,
  createFolder,
  copyFolder,
  copyFolderAsync,
  updateFolder,
  updateFoldersBulk,
  deleteFolder,
})
