import type { CustomField, ViewFieldFilter } from '@taskwright/sdk'
import { useState } from 'react'
import { membersOf } from '../../data/field-values.ts'
import type { ViewFacts } from '../../data/view-facts.ts'
import { FieldEditor } from '../fields/field-editor.tsx'
import { type Format, formatOf } from '../fields/format.ts'
import { Icon } from '../icon.tsx'
import { Picker } from '../picker.tsx'
import { comparatorsOf, valuesOf } from './comparators.ts'
import { type Comparator, filterWords as t } from './filter-words.ts'

interface FieldFiltersProps {
  filters: ViewFieldFilter[] | undefined
  facts: ViewFacts
  onChange: (filters: ViewFieldFilter[] | undefined) => void
}

/** Conditions on custom fields. One whose value is still missing asks for nothing yet, and stands here alone. */
export function FieldFilters({ filters = [], facts, onChange }: FieldFiltersProps) {
  const [drafts, setDrafts] = useState<ViewFieldFilter[]>([])
  const all = [...filters, ...drafts]
  const become = (next: ViewFieldFilter[]) => {
    const whole = next.filter((filter) => isWhole(filter, facts))
    setDrafts(next.filter((filter) => !isWhole(filter, facts)))
    if (JSON.stringify(whole) !== JSON.stringify(filters)) onChange(whole.length > 0 ? whole : undefined)
  }
  const fields = [...facts.customFields.values()].filter(({ archived }) => !archived)
  if (fields.length === 0) return null
  return (
    <>
      <span className="filter-label">{t.customFields}</span>
      <div className="field-filters">
        {all.map((filter, at) => {
          const field = facts.customFields.get(filter.id)
          if (!field) return null
          return (
            <FieldFilter
              // biome-ignore lint/suspicious/noArrayIndexKey: the same field may be asked for twice
              key={`${filter.id}-${at}`}
              field={field}
              facts={facts}
              filter={filter}
              onChange={(next) => become(all.map((one, index) => (index === at ? next : one)))}
              onRemove={() => become(all.filter((_, index) => index !== at))}
            />
          )
        })}
        <Picker
          label={t.addField}
          items={fields}
          chosen={[]}
          onChoose={([id]) => {
            const field = id === undefined ? undefined : facts.customFields.get(id)
            if (!field) return
            const [{ comparator } = { comparator: 'EqualTo' as const }] = comparatorsOf(field)
            become([...all, { id: field.id, comparator, ...(field.type === 'Checkbox' && { value: 'true' }) }])
          }}
        >
          <Icon name="add" /> {t.addField}
        </Picker>
      </div>
    </>
  )
}

function isWhole(filter: ViewFieldFilter, { customFields }: ViewFacts): boolean {
  const field = customFields.get(filter.id)
  if (!field) return true
  const count = valuesOf(filter.comparator ?? 'EqualTo', field)
  if (count === 'two') return filter.minValue !== undefined && filter.maxValue !== undefined
  if (count === 'several') return Boolean(filter.values?.length)
  return count === 'none' || filter.value !== undefined
}

interface FieldFilterProps {
  field: CustomField
  facts: ViewFacts
  filter: ViewFieldFilter
  onChange: (filter: ViewFieldFilter) => void
  onRemove: () => void
}

function FieldFilter({ field, facts, filter, onChange, onRemove }: FieldFilterProps) {
  const { id, comparator = 'EqualTo', value, minValue, maxValue, values } = filter
  const format = formatOf(field, facts)
  const count = valuesOf(comparator, field)
  const one: Format = format.type === 'Choice' ? { ...format, isMany: count === 'several', isRequired: false } : format
  const edit = (name: 'value' | 'minValue' | 'maxValue', known: string | undefined) => (
    <FieldEditor
      format={one}
      label={`${field.title}: ${name === 'value' ? t.value : name === 'minValue' ? t.from : t.until}`}
      value={known ?? ''}
      onChange={(next) => {
        const { [name]: _, ...rest } = filter
        onChange(next === '' ? rest : { ...rest, [name]: next })
      }}
    />
  )
  return (
    <div className="field-filter">
      <span>{field.title}</span>
      <select
        aria-label={`${field.title}: ${t.condition}`}
        value={comparator}
        onChange={({ target }) => {
          const next = target.value as Comparator
          const keeps = valuesOf(next, field) === count
          onChange(
            field.type === 'Checkbox'
              ? { id, comparator: next, ...(next === 'EqualTo' && { value: 'true' }) }
              : { ...(keeps ? filter : { id }), comparator: next },
          )
        }}
      >
        {comparatorsOf(field).map(({ comparator: name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
      {count === 'one' && edit('value', value)}
      {count === 'two' && (
        <>
          {edit('minValue', minValue)}
          {edit('maxValue', maxValue)}
        </>
      )}
      {count === 'several' && (
        <FieldEditor
          format={one}
          label={`${field.title}: ${t.value}`}
          value={values ? JSON.stringify(values) : ''}
          onChange={(next) => {
            const { values: _, ...rest } = filter
            onChange(next === '' ? rest : { ...rest, values: membersOf(next) })
          }}
        />
      )}
      <button type="button" className="plain" aria-label={t.removeField({ title: field.title })} onClick={onRemove}>
        <Icon name="close" />
      </button>
    </div>
  )
}
