import { at, type Difference, inside, type Place } from './difference.ts'
import type { Value } from './record.ts'

/** Limits that are narrower when they are lower; the others are narrower when they are higher. */
const upper = new Set(['maxLength', 'maximum', 'exclusiveMaximum', 'maxItems'])

/**
 * How a value differs. What clients send may become wider, what they receive may become narrower; the other way round
 * breaks them. An answer may get new members and new values: clients have always had to ignore those they don't know.
 */
export function compareValues(before: Value, after: Value, place: Place): Difference[] {
  const { changed } = at(place)
  const sent = place.way === 'sent'
  const found: Difference[] = []
  const tell = (differs: boolean, says: string, breaking: boolean) => {
    if (differs) found.push(changed(says, breaking))
  }
  const wider = sent ? ['integer', 'number'] : ['number', 'integer']
  if (before.is !== after.is) {
    const isWider = before.is === wider[0] && after.is === wider[1]
    tell(true, `was ${before.is}, is ${after.is}`, !isWider)
    if (!isWider) return found
  }
  tell(!before.optional && after.optional === true, sent ? 'may be left out' : 'is not always there any more', !sent)
  tell(before.optional === true && !after.optional, sent ? 'is required now' : 'is always there', sent)
  tell(!before.nullable && after.nullable === true, 'may be null', !sent)
  tell(before.nullable === true && !after.nullable, 'may not be null any more', sent)
  tell(before.pattern !== after.pattern, 'has another pattern', !sent || after.pattern !== undefined)
  tell(sent && JSON.stringify(before.default) !== JSON.stringify(after.default), 'has another default', true)
  tell(before.open === true && !after.open, 'takes no other members any more', sent)
  if (sent) found.push(...compareLimits(before, after, place))
  found.push(...compareChoices(before, after, place))
  if (before.of && after.of)
    found.push(...compareValues(before.of, after.of, { ...place, called: `each of ${place.called}` }))
  return [...found, ...compareMembers(before.members ?? {}, after.members ?? {}, place)]
}

function compareLimits(before: Value, after: Value, place: Place): Difference[] {
  const names = new Set([...Object.keys(before.limits ?? {}), ...Object.keys(after.limits ?? {})])
  return [...names].flatMap((name) => {
    const [was, is] = [before.limits?.[name], after.limits?.[name]]
    if (was === is) return []
    const narrower = is !== undefined && (was === undefined || (upper.has(name) ? is < was : is > was))
    return [at(place).changed(`${name} was ${was ?? 'not set'}, is ${is ?? 'not set'}`, narrower)]
  })
}

/** Values of an enumeration. */
function compareChoices(before: Value, after: Value, place: Place): Difference[] {
  const sent = place.way === 'sent'
  if (!before.values && !after.values) return []
  if (!before.values) return [at(place).changed(`takes only ${after.values?.join(', ')}`, sent)]
  if (!after.values) return [at(place).changed('is not one of a list of values any more', !sent)]
  const here = (value: string) => at(inside(place, `${place.within.at(-1)}=${value}`, place.called))
  const [known, now] = [new Set(before.values), new Set(after.values)]
  return [
    ...before.values
      .filter((value) => !now.has(value))
      .map((value) => here(value).removed(`${place.called}: value ${value}`)),
    ...after.values
      .filter((value) => !known.has(value))
      .map((value) => here(value).added(`${place.called}: value ${value}`)),
  ]
}

/** Parameters of an operation, members of an object or of a model. */
export function compareMembers(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
  place: Place,
  separator = '.',
): Difference[] {
  const word = place.way === 'sent' && separator === ' ' ? 'parameter' : 'member'
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return names.flatMap((name) => {
    const called = separator === ' ' ? `${place.called}, ${word} ${name}` : `${place.called}.${name}`
    const here = inside(place, `${place.within.at(-1)}${separator}${name}`, called)
    const [was, is] = [before[name], after[name]]
    if (was && is) return compareValues(was, is, here)
    if (was) return [at(here).removed(called)]
    const isRequired = place.way === 'sent' && !is?.optional
    return [at(here).added(isRequired ? `${called}, which is required` : called, isRequired)]
  })
}
