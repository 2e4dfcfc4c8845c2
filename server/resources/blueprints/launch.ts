import { type CopyInput, wholeCopy } from '#copying/input.ts'
import type { Services } from '#http/services.ts'

interface Launch {
  title: string
  titlePrefix?: string | undefined
  copyDescriptions?: boolean | undefined
  copyResponsibles?: boolean | undefined
  copyCustomFields?: boolean | undefined
  copyAttachments?: boolean | undefined
  notifyResponsibles?: boolean | undefined
  rescheduleDate?: string | undefined
  rescheduleMode?: 'Start' | 'End' | undefined
  entryLimit?: number | undefined
}

/** What a request to launch a blueprint asks for. */
export const launchOf = (
  source: CopyInput['source'],
  target: CopyInput['target'],
  input: Launch,
  { settings }: Services,
): CopyInput => ({
  ...wholeCopy,
  source,
  fromBlueprint: true,
  target,
  title: input.title,
  titlePrefix: input.titlePrefix ?? '',
  descriptions: input.copyDescriptions ?? true,
  responsibles: input.copyResponsibles ?? true,
  customFields: input.copyCustomFields ?? true,
  attachments: input.copyAttachments ?? false,
  notify: input.notifyResponsibles ?? true,
  rescheduleDate: input.rescheduleDate,
  rescheduleMode: input.rescheduleMode ?? 'Start',
  limit: input.entryLimit ?? settings.copyEntryLimit,
})
