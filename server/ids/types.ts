/**
 * Types of public ids and the letter each has in the classic form: 'A' + account + letter + number, in base32.
 * Letters are those that clients know; where none was ever seen, a free one was chosen (docs/compatibility.md).
 */
export const letters = {
  Approval: 'a',
  Asset: 'D',
  AccessRole: 'h',
  Attachment: 'F',
  AuditLog: 'l',
  Booking: 'B',
  Comment: 'C',
  CustomField: 'M',
  CustomItemType: 'z',
  CustomStatus: 'K',
  DataExport: 'e',
  Favorite: 'o',
  Folder: 'G',
  FolderBlueprint: 'R',
  Form: 'Z',
  Import: 'm',
  Invitation: 'I',
  JobRole: 'J',
  Notification: 'n',
  Placeholder: 'P',
  Review: 'X',
  Space: 'G',
  Task: 'T',
  TaskBlueprint: 'Q',
  Timelog: 'L',
  TimelogCategory: 't',
  Timesheet: 'Y',
  TimesheetRow: 'y',
  UserType: 'i',
  View: 'v',
  Webhook: 'H',
  Workflow: 'W',
  WorkSchedule: 'b',
  WorkScheduleExclusion: 'c',
  UserScheduleExclusion: 'd',
  WorkScheduleCapacityChange: 'f',
  UserScheduleCapacityChange: 'g',
  UserSchedulePartialExclusion: 'k',
} as const

/** Types whose numbers may outgrow 32 bits, and the first byte of their 64-bit form. */
export const wideTypes: { readonly [T in EntityType]?: number } = {
  Task: 0x30,
  Folder: 0x31,
  Space: 0x31,
  TaskBlueprint: 0x34,
  FolderBlueprint: 0x35,
}

/** Types with an account part, a letter and a number. */
export type EntityType = keyof typeof letters

/** All types of ids. Accounts and contacts have no letter; a dependency holds the numbers of two tasks. */
export type IdType = EntityType | 'Account' | 'AsyncJob' | 'Contact' | 'Dependency'

/** The number of an id, marked with its type. */
export type Id<T extends IdType> = number & { readonly __id: T }

/** Numbers of the two logical folders of every account. */
export const ROOT_FOLDER = -1
export const RECYCLE_BIN = -2

/** Whether a number is one of them. */
export const isLogicalFolder = (number: number): boolean => number === ROOT_FOLDER || number === RECYCLE_BIN

/** From here on numbers are written in the 64-bit form. */
export const firstWideNumber = 2 ** 32 - 2 ** 16
