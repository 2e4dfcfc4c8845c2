import type { Deprecation } from '#contract/deprecation.ts'
import type { ContractRecord, OperationRecord, Value, VersionRecord } from './record.ts'

/** A deprecation with what it is about. */
export interface Declared {
  /** As in a `Difference`: `v3`, `v4 queryTasks`, `v4 queryTasks limit`, `v4 queryTasks fields=metadata` … */
  readonly subject: string
  /** For people. */
  readonly what: string
  readonly deprecation: Deprecation
  /**
   * What it is noticed by that a program uses it, as the request log counts it: the thing itself where a request says so,
   * else the operations whose answers have it.
   */
  readonly usedAs: readonly string[]
}

/** All that a contract declares deprecated, in the order of operations and models. */
export function declaredIn({ v4, v3 }: ContractRecord): Declared[] {
  return [...declaredInVersion(v4, 'v4'), ...declaredInVersion(v3, 'v3')]
}

function declaredInVersion(version: VersionRecord, prefix: 'v3' | 'v4'): Declared[] {
  const all = Object.entries(version.operations)
  const whole: Declared[] = version.deprecated
    ? [{ subject: prefix, what: `the API ${prefix}`, deprecation: version.deprecated, usedAs: [prefix] }]
    : []
  // Parameters of v3 are v4's: they are told of there.
  if (prefix === 'v3') return whole
  return [
    ...whole,
    ...all.flatMap(([id, operation]) => declaredInOperation(id, operation)),
    ...Object.entries(version.models).flatMap(([name, model]) => declaredInModel(name, model, version)),
  ]
}

function declaredInOperation(id: string, operation: OperationRecord): Declared[] {
  const { deprecated, parameters, deprecatedFields = {} } = operation
  const own = (subject: string, what: string, deprecation: Deprecation): Declared => ({
    subject,
    what,
    deprecation,
    usedAs: [subject],
  })
  const subject = `v4 ${id}`
  return [
    ...(deprecated
      ? [own(subject, `the operation ${id} (${operation.method} ${operation.paths[0]})`, deprecated)]
      : []),
    ...Object.entries(parameters).flatMap(([name, { deprecated: mark, deprecatedValues = {}, of }]) => [
      ...(mark ? [own(`${subject} ${name}`, `the parameter ${name} of ${id}`, mark)] : []),
      ...Object.entries({ ...of?.deprecatedValues, ...deprecatedValues }).map(([value, one]) =>
        own(`${subject} ${name}=${value}`, `the value ${value} of the parameter ${name} of ${id}`, one),
      ),
    ]),
    ...Object.entries(deprecatedFields).map(([field, one]) =>
      own(`${subject} fields=${field}`, `the value ${field} of fields of ${id}`, one),
    ),
  ]
}

function declaredInModel(name: string, model: Value, version: VersionRecord): Declared[] {
  const usedAs = Object.entries(version.operations)
    .filter(([, { kinds }]) => Object.values(kinds).some((kind) => reaches(kind, `model ${name}`, version)))
    .map(([id]) => `v4 ${id}`)
  return Object.entries(model.members ?? {}).flatMap(([member, { deprecated, deprecatedValues = {}, of }]) => {
    const subject = `v4 model ${name} ${member}`
    const what = `the member ${member} of ${name}`
    return [
      ...(deprecated ? [{ subject, what, deprecation: deprecated, usedAs }] : []),
      ...Object.entries({ ...of?.deprecatedValues, ...deprecatedValues }).map(([value, deprecation]) => ({
        subject: `${subject}=${value}`,
        what: `the value ${value} of ${what}`,
        deprecation,
        usedAs,
      })),
    ]
  })
}

/** Whether rows of one model have rows of another inside, or are them. */
function reaches(from: string, to: string, version: VersionRecord, seen = new Set<string>()): boolean {
  if (from === to) return true
  if (seen.has(from)) return false
  seen.add(from)
  const inner = (value: Value): string[] => [
    value.is,
    ...(value.of ? inner(value.of) : []),
    ...Object.values(value.members ?? {}).flatMap(inner),
  ]
  const model = version.models[from.replace('model ', '')]
  return model !== undefined && inner(model).some((is) => is.startsWith('model ') && reaches(is, to, version, seen))
}

/** The anchor of a subject in the changelog. */
export const anchorOf = (subject: string): string =>
  `deprecated-${subject.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')}`
