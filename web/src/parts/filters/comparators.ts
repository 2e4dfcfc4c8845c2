import type { CustomField } from '@taskwright/sdk'
import { hasMembers, isDay, isNumber } from '../../data/field-values.ts'
import { type Comparator, comparatorWords as c } from './filter-words.ts'

/** The conditions that the values of a field can be asked for, by what they are called there. */
export function comparatorsOf(field: CustomField): readonly { comparator: Comparator; title: string }[] {
  const named = (...comparators: Comparator[]) =>
    comparators.map((comparator) => ({ comparator, title: c[comparator] }))
  const emptiness = named('IsEmpty', 'IsNotEmpty')
  if (field.type === 'Checkbox')
    return [
      { comparator: 'EqualTo', title: c.checked },
      { comparator: 'IsEmpty', title: c.unchecked },
    ]
  if (hasMembers(field)) return [...named('ContainsAny', 'ContainsAll'), ...emptiness]
  if (isDay(field))
    return [
      { comparator: 'EqualTo', title: c.on },
      { comparator: 'LessThan', title: c.before },
      { comparator: 'GreaterThan', title: c.after },
      ...named('InRange'),
      ...emptiness,
    ]
  if (isNumber(field))
    return [
      ...named('EqualTo', 'LessThan', 'LessOrEqualTo', 'GreaterThan', 'GreaterOrEqualTo', 'InRange'),
      ...emptiness,
    ]
  if (field.type === 'DropDown') return [...named('EqualTo'), ...emptiness]
  return [...named('Contains', 'EqualTo', 'StartsWith', 'EndsWith'), ...emptiness]
}

/** How many values a condition compares with. */
export function valuesOf(comparator: Comparator, field: CustomField): 'none' | 'one' | 'two' | 'several' {
  if (comparator === 'IsEmpty' || comparator === 'IsNotEmpty' || field.type === 'Checkbox') return 'none'
  if (comparator === 'InRange' || comparator === 'NotInRange') return 'two'
  return comparator === 'ContainsAll' || comparator === 'ContainsAny' ? 'several' : 'one'
}
