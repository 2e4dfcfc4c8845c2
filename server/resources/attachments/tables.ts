import type { Generated } from 'kysely'
import type { attachmentTypes } from './contract.ts'

export type AttachmentType = (typeof attachmentTypes)[number]

export interface AttachmentTables {
  /** One version of a file, or a link to one elsewhere: on a task or on a folder, exactly one of the two is set. */
  attachment: {
    account_id: number
    attachment_id: Generated<number>
    task_id: number | null
    folder_id: number | null
    /** The comment that brought it. */
    comment_id: Generated<number | null>
    author_id: number
    name: string
    type: Generated<AttachmentType>
    content_type: string
    /** Its content, for type Wrike. */
    file_id: string | null
    /** Where it is, for all other types. */
    link: Generated<string | null>
    preview_link: Generated<string | null>
    version: Generated<number>
    /** The first version; null on the first version itself. */
    origin_id: Generated<number | null>
    /** The newest version; null on the newest itself. */
    current_id: Generated<number | null>
    created_at: Generated<Date>
  }
  /** Content in the store, which any number of attachments of the account share. */
  stored_file: {
    account_id: number
    file_id: Generated<string>
    state: Generated<'arriving' | 'stored'>
    /** Bytes. */
    size: Generated<number>
    sha256: Buffer | null
    /** Of images, as they are looked at. */
    width: number | null
    height: number | null
    /** When a virus scanner found nothing in it; null where none was asked. */
    scanned_at: Date | null
    created_at: Generated<Date>
  }
}
