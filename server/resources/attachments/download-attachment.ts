import { invalidValue } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { cleanFileName } from '#files/file-name.ts'
import { visibleAttachment } from './access.ts'
import { contentOf } from './content.ts'
import type * as contract from './contract.ts'

/**
 * Gives the file, under the name in the path where there is one. Those in the recycle bin too.
 *
 * @throws {Refused} `not_allowed` for a link to a file elsewhere.
 */
export const downloadAttachment: Handler<typeof contract.downloadAttachment> = async ({ caller, input, services }) => {
  const row = await visibleAttachment(caller, input.attachmentId)
  return contentOf(services, row, wishedName(input.fileName))
}

/** @throws {Refused} `invalid_parameter` if nothing of it is a name. */
export function wishedName(fileName: string | undefined): string | undefined {
  if (fileName === undefined) return undefined
  const name = cleanFileName(fileName)
  if (name === '') throw invalidValue('fileName', 'the name of a file')
  return name
}
