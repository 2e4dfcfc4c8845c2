import type { Handler } from '#contract/handler.ts'
import { shownAttachments, visibleAttachments } from './access.ts'
import type * as contract from './contract.ts'
import { presentAttachment, type ShownAttachment } from './presenter.ts'

/** Reads attachments by id, in the order of the request; each followed by its earlier versions, newest first, where wished for. */
export const getAttachments: Handler<typeof contract.getAttachments> = async ({ caller, input, services }) => {
  const named = await visibleAttachments(caller, input.attachmentIds)
  const rows = input.versions ? await withEarlier(caller, named) : named
  const urlsBy = input.withUrls ? services.secret : undefined
  return { data: rows.map((row) => presentAttachment(caller, row, { urlsBy })) }
}

async function withEarlier(
  caller: Parameters<typeof shownAttachments>[0],
  named: readonly ShownAttachment[],
): Promise<ShownAttachment[]> {
  const originOf = (row: ShownAttachment) => row.origin_id ?? row.attachment_id
  const origins = [...new Set(named.map(originOf))]
  const versions = await shownAttachments(caller)
    .where((where) =>
      where.or([where('attachment.attachment_id', 'in', origins), where('attachment.origin_id', 'in', origins)]),
    )
    .orderBy('attachment.version', 'desc')
    .execute()
  const inOrder = named.flatMap((row) => [
    row,
    ...versions.filter((other) => originOf(other) === originOf(row) && other.version < row.version),
  ])
  return [...new Map(inOrder.map((row) => [row.attachment_id, row])).values()]
}
