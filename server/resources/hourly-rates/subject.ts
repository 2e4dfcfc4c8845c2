import type { Caller } from '#access/caller.ts'
import { invalidParameter, invalidValue } from '#contract/errors.ts'
import { decodeId } from '#ids/decode.ts'
import { encodeId } from '#ids/encode.ts'
import { foreignNumber } from '#ids/foreign.ts'
import { jobRolesByIds } from '../job-roles/access.ts'
import { placeholdersByIds } from '../placeholders/access.ts'
import { usersByIds } from '../users/access.ts'
import type { rateSources, rateTypes } from './contract.ts'
import type { RateType, SubjectType } from './tables.ts'

/** Whose rate it is. */
export interface Subject {
  type: SubjectType
  id: number
}

const idTypes = { User: 'Contact', Placeholder: 'Placeholder', JobRole: 'JobRole' } as const

/**
 * Reads ids of users, placeholders and job roles.
 *
 * @throws {Refused} `invalid_parameter` for text that is none of them, `resource_not_found` for what isn't there.
 */
export async function readSubjects(caller: Caller, parameter: string, texts: readonly string[]): Promise<Subject[]> {
  const subjects = texts.map((text) => readSubject(caller, parameter, text))
  const of = (type: SubjectType) => subjects.flatMap((subject) => (subject.type === type ? [subject.id] : []))
  await usersByIds(caller, of('User'))
  await placeholdersByIds(caller, of('Placeholder'))
  if (of('JobRole').length > 0) await jobRolesByIds(caller, of('JobRole'))
  return subjects
}

function readSubject(caller: Caller, parameter: string, text: string): Subject {
  for (const type of ['User', 'Placeholder', 'JobRole'] as const) {
    const decoded = decodeId(idTypes[type], text)
    if (!decoded) continue
    const isForeign = decoded.accountId !== undefined && decoded.accountId !== caller.accountId
    return { type, id: isForeign ? foreignNumber(text) : decoded.number }
  }
  throw invalidValue(parameter, 'the id of a user, a placeholder or a job role')
}

export const subjectText = (caller: Caller, { type, id }: Subject): string =>
  encodeId(idTypes[type], caller.accountId, id)

/** The one meaning of all spellings. */
export const rateTypeOf = (spelled: (typeof rateTypes)[number]): RateType =>
  spelled.toLowerCase().startsWith('bill') ? 'Bill' : 'Cost'

/**
 * Where the rate of a subject comes from.
 *
 * @throws {Refused} `invalid_parameter` for a source that the subject cannot have.
 */
export function rateSourceOf(subject: Subject, spelled: (typeof rateSources)[number] | undefined): SubjectType {
  if (spelled === undefined) return subject.type
  const name = spelled.replace('_', '').toLowerCase()
  const source = name === 'jobrole' ? 'JobRole' : name === 'user' ? 'User' : 'Placeholder'
  if (source !== subject.type && source !== 'JobRole')
    throw invalidParameter(`The rate of a ${subject.type} cannot come from a ${source}`)
  return source
}
