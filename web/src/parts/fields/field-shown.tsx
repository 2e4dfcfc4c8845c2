import type { Task } from '@taskwright/sdk'
import { words } from '../../language/words.ts'
import { Icon } from '../icon.tsx'
import { Avatars } from '../person.tsx'
import { ColourDot } from '../status.tsx'
import './fields.css'
import type { Format } from './format.ts'
import { chosenOptions, valueText } from './value-text.ts'

const t = words('field-shown', { yes: 'Yes' })

interface FieldShownProps {
  format: Format
  value: string
  task?: Task | undefined
}

/** A value as people see it where it is not edited. */
export function FieldShown({ format, value, task }: FieldShownProps) {
  if (format.type === 'Checkbox')
    return value === 'true' ? (
      <>
        <Icon name="check" />
        <span className="unseen">{t.yes}</span>
      </>
    ) : null
  if (format.type !== 'Choice') return <span className="field-text">{valueText(format, value)}</span>
  const options = chosenOptions(format, value, task)
  const people = options.flatMap(({ person }) => person ?? [])
  const [first] = options
  if (people.length === 1 && options.length === 1)
    return (
      <span className="field-option">
        <Avatars people={people} />
        <span className="field-text" aria-hidden="true">
          {first?.title}
        </span>
      </span>
    )
  if (people.length > 0 && people.length === options.length) return <Avatars people={people} most={4} />
  return (
    <>
      {options.map(({ id, title, color }) => (
        <span key={id} className={format.isMany ? 'field-option tag' : 'field-option'}>
          {color && <ColourDot color={color} />}
          <span className="field-text">{title}</span>
        </span>
      ))}
    </>
  )
}
