import { notFound } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { contentKey } from '#files/sweep.ts'
import type * as contract from './contract.ts'
import { readExported } from './file-link.ts'
import { exportById } from './queries.ts'

/**
 * Gives a file of an export. The token of the URL is needed beside the credential, so that neither alone is enough for long.
 *
 * @throws {Refused} `resource_not_found` for a URL that is forged, of another export, or a day old.
 */
export const downloadDataExport: Handler<typeof contract.downloadDataExport> = async ({ caller, input, services }) => {
  const { accountId } = caller
  const row = await exportById(caller, input.dataExportId)
  const linked = readExported(services.secret, input.fileToken, Date.now())
  const isOfThis = linked?.accountId === accountId && linked.dataExportId === row.data_export_id
  const file = isOfThis ? row.files.find((one) => one.table_name === linked.table) : undefined
  if (!file) throw notFound('File', input.fileName)
  return {
    name: `${file.table_name}.csv`,
    contentType: 'text/csv',
    size: file.size ?? 0,
    etag: file.file_id,
    modified: new Date(file.created_at),
    disposition: 'attachment',
    read: async (range) => {
      const content = await services.files.read(contentKey(accountId, file.file_id), range)
      if (!content) throw notFound('File', input.fileName)
      return content
    },
  }
}
