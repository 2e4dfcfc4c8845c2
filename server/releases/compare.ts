import { plans } from '#contract/plans.ts'
import { compareMembers, compareValues } from './compare-values.ts'
import { at, type Difference, inside, type Place } from './difference.ts'
import type { ContractRecord, OperationRecord, VersionRecord } from './record.ts'

/** All in which a contract differs from an earlier one; nothing for the same contract. */
export function compare(before: ContractRecord, after: ContractRecord): Difference[] {
  return [
    ...compareVersions(before.v4, after.v4, { within: [], called: 'v4', way: 'sent' }),
    ...compareVersions(before.v3, after.v3, { within: ['v3'], called: 'v3', way: 'sent' }),
    ...compareSets(before.scopes, after.scopes, { within: [], called: '', way: 'sent' }, 'scope '),
    ...compareErrors(before.errors, after.errors),
  ]
}

function compareVersions(before: VersionRecord, after: VersionRecord, place: Place): Difference[] {
  const prefix = place.called
  const operations = namesOf(before.operations, after.operations).flatMap((id) => {
    const [was, is] = [before.operations[id], after.operations[id]]
    const called = prefix === 'v3' ? `v3 ${id}` : id
    const here = inside(place, `${prefix} ${id}`, called)
    if (was && is) return compareOperations(was, is, here)
    const calls = (one: OperationRecord) => one.paths.map((path) => `${one.method} ${path}`).join(', ')
    const text = `${called}: ${calls((was ?? is) as OperationRecord)}`
    return [was ? at(here).removed(text) : at(here).added(text)]
  })
  // One that no operation answers with any more went with its operations.
  const models = Object.keys(before.models).flatMap((name) => {
    const [was, is] = [before.models[name], after.models[name]]
    const called = prefix === 'v3' ? `v3 model ${name}` : `model ${name}`
    return was && is ? compareMembersOf(was, is, inside(place, `${prefix} model ${name}`, called, 'answered')) : []
  })
  return [...operations, ...models]
}

const compareMembersOf = (was: VersionRecord['models'][string], is: typeof was, place: Place): Difference[] => [
  ...compareValues({ is: was.is }, { is: is.is }, place),
  ...compareMembers(was.members ?? {}, is.members ?? {}, place, ' '),
]

function compareOperations(before: OperationRecord, after: OperationRecord, place: Place): Difference[] {
  const { changed } = at(place)
  const of = (differs: boolean, says: string, breaking: boolean) => (differs ? [changed(says, breaking)] : [])
  const rank = (plan: string | undefined) => (plan ? plans.indexOf(plan as (typeof plans)[number]) : -1)
  return [
    ...of(before.method !== after.method, `was ${before.method}, is ${after.method}`, true),
    ...compareSets(before.paths, after.paths, place, 'path '),
    ...compareScopes(before.scopes, after.scopes, place),
    ...of(
      before.plan !== after.plan,
      `plan was ${before.plan ?? 'any'}, is ${after.plan ?? 'any'}`,
      rank(after.plan) > rank(before.plan),
    ),
    ...of(!before.admin && after.admin === true, 'for account admins only now', true),
    ...of(before.admin === true && !after.admin, 'not for account admins alone any more', false),
    ...of(
      before.body !== after.body,
      `body was ${before.body ?? 'parameters'}, is ${after.body ?? 'parameters'}`,
      true,
    ),
    ...of(before.answer !== after.answer, `answer was ${before.answer ?? 'JSON'}, is ${after.answer ?? 'JSON'}`, true),
    ...of(
      before.pageToken !== after.pageToken,
      `page token was ${before.pageToken ?? 'none'}, is ${after.pageToken ?? 'none'}`,
      before.pageToken !== undefined,
    ),
    ...compareMembers(before.parameters, after.parameters, place, ' '),
    ...compareFields(before.fields ?? [], after.fields ?? [], place),
    ...compareKinds(before.kinds, after.kinds, place),
  ]
}

/** Any one scope of the list is enough, and an empty list takes any token. */
function compareScopes(before: readonly string[], after: readonly string[], place: Place): Difference[] {
  const { changed } = at(place)
  if (before.length === 0) return after.length === 0 ? [] : [changed(`needs a scope now: ${after.join(' or ')}`, true)]
  if (after.length === 0) return [changed('needs no scope any more', false)]
  return [
    ...before
      .filter((scope) => !after.includes(scope))
      .map((scope) => changed(`scope ${scope} is not enough any more`, true)),
    ...after.filter((scope) => !before.includes(scope)).map((scope) => changed(`scope ${scope} is enough`, false)),
  ]
}

function compareFields(before: readonly string[], after: readonly string[], place: Place): Difference[] {
  const called = `${place.called}, fields`
  return compareChoiceSets(before, after, inside(place, `${place.within.at(-1)} fields`, called), called)
}

function compareChoiceSets(before: readonly string[], after: readonly string[], place: Place, called: string) {
  const here = (value: string) => at(inside(place, `${place.within.at(-1)}=${value}`, called))
  return [
    ...before
      .filter((value) => !after.includes(value))
      .map((value) => here(value).removed(`${called}: value ${value}`)),
    ...after.filter((value) => !before.includes(value)).map((value) => here(value).added(`${called}: value ${value}`)),
  ]
}

function compareKinds(before: OperationRecord['kinds'], after: OperationRecord['kinds'], place: Place): Difference[] {
  return namesOf(before, after).flatMap((kind) => {
    const [was, is] = [before[kind], after[kind]]
    if (was === is) return []
    if (!was) return [at(place).changed(`also answers with ${kind}`, false)]
    return [
      at(place).changed(is ? `${kind} answers with ${is}, was ${was}` : `does not answer with ${kind} any more`, true),
    ]
  })
}

function compareSets(before: readonly string[], after: readonly string[], place: Place, word: string): Difference[] {
  const called = (one: string) => `${place.called}${place.called ? ': ' : ''}${word}${one}`
  const here = (one: string) => at(inside(place, `${place.within.at(-1) ?? 'v4'} ${word}${one}`, called(one)))
  return [
    ...before.filter((one) => !after.includes(one)).map((one) => here(one).removed(called(one))),
    ...after.filter((one) => !before.includes(one)).map((one) => here(one).added(called(one))),
  ]
}

function compareErrors(before: ContractRecord['errors'], after: ContractRecord['errors']): Difference[] {
  return namesOf(before, after).flatMap((code) => {
    const place: Place = { within: [`error ${code}`], called: `error ${code}`, way: 'answered' }
    const [was, is] = [before[code], after[code]]
    if (was === is) return []
    if (was === undefined) return [at(place).added(place.called)]
    if (is === undefined) return [at(place).removed(place.called)]
    return [at(place).changed(`status was ${was}, is ${is}`, true)]
  })
}

const namesOf = (before: object, after: object): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
