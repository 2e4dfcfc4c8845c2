import { type ImportColumn, queryCustomFields } from '@taskwright/sdk'
import { useRead } from '../../data/api.ts'
import { plural, words } from '../../language/words.ts'
import { byTitle } from '../../parts/picker.tsx'
import { canBecome, type ImportChoices } from './choices.ts'
import type { Meaning } from './meanings.ts'

const t = words('import-columns', {
  column: 'Column',
  holds: 'Holds',
  becomes: 'Becomes',
  becomesOf: ({ name }: { name: string }) => `${name} becomes`,
  empty: 'Nothing',
  more: ({ count }: { count: number }) => plural(count, { one: 'and # more', other: 'and # more' }),
  leaveOut: 'Left out',
  task: 'The task',
  title: 'Title',
  description: 'Description',
  status: 'Status',
  importance: 'Importance',
  startDate: 'Start date',
  dueDate: 'Due date',
  responsibles: 'Assignees',
  id: 'The row’s own id',
  parent: 'Parent task (id or title of its row)',
  fields: 'Custom fields',
  newFields: 'A new custom field',
  Text: 'Text',
  Numeric: 'Number',
  Date: 'Date',
  Checkbox: 'Checkbox',
  DropDown: 'Choice of one',
  Multiple: 'Choice of several',
  meanings: ({ count }: { count: number }) => plural(count, { one: 'What # value means', other: 'What # values mean' }),
  meansOf: ({ value }: { value: string }) => `${value} means`,
})

const targets = [
  'title',
  'description',
  'status',
  'importance',
  'startDate',
  'dueDate',
  'responsibles',
  'id',
  'parent',
] as const
const newFields = ['Text', 'Numeric', 'Date', 'Checkbox', 'DropDown', 'Multiple'] as const
/** Values of a column that are shown to recognise it by. */
const shownValues = 3

interface ColumnTableProps {
  columns: readonly ImportColumn[]
  choices: ImportChoices
  meanings: (becomes: string) => Meaning[] | undefined
  onBecomes: (column: ImportColumn, becomes: string) => void
  onMeans: (name: string, value: string, means: string) => void
}

/** The columns of the file, each with some of its values and what it becomes. */
export function ColumnTable({ columns, choices, meanings, onBecomes, onMeans }: ColumnTableProps) {
  const fields = (useRead(queryCustomFields, {}).data ?? []).filter(
    ({ archived, type }) => !archived && !type.startsWith('Calculated'),
  )
  return (
    <table className="column-table">
      <thead>
        <tr>
          <th scope="col">{t.column}</th>
          <th scope="col">{t.holds}</th>
          <th scope="col">{t.becomes}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => {
          const becomes = choices.becomes[column.name] ?? ''
          const unclear = choices.values[column.name] ?? {}
          const means = meanings(becomes)
          return (
            <tr key={column.name}>
              <th scope="row">{column.name}</th>
              <td className="samples">
                {column.values.length === 0 && <span className="quiet">{t.empty}</span>}
                {column.values.slice(0, shownValues).map((text) => (
                  <span key={text} className="sample">
                    {text}
                  </span>
                ))}
                {column.valueCount > shownValues && (
                  <span className="quiet">{t.more({ count: column.valueCount - shownValues })}</span>
                )}
              </td>
              <td>
                <select
                  aria-label={t.becomesOf({ name: column.name })}
                  value={becomes}
                  onChange={({ target }) => onBecomes(column, target.value)}
                >
                  <option value="">{t.leaveOut}</option>
                  <optgroup label={t.task}>
                    {targets.map((target) => (
                      <option key={target} value={target}>
                        {t[target]}
                      </option>
                    ))}
                  </optgroup>
                  {fields.length > 0 && (
                    <optgroup label={t.fields}>
                      {[...fields].sort(byTitle).map(({ id, title }) => (
                        <option key={id} value={id}>
                          {title}
                        </option>
                      ))}
                    </optgroup>
                  )}
                  <optgroup label={t.newFields}>
                    {newFields
                      .filter((type) => canBecome(column, type))
                      .map((type) => (
                        <option key={type} value={`new:${type}`}>
                          {t[type]}
                        </option>
                      ))}
                  </optgroup>
                </select>
                {means && Object.keys(unclear).length > 0 && (
                  <details className="meanings" open>
                    <summary>{t.meanings({ count: Object.keys(unclear).length })}</summary>
                    {Object.entries(unclear).map(([value, meant]) => (
                      <label key={value}>
                        <span>{value}</span>
                        <select
                          aria-label={t.meansOf({ value })}
                          value={meant}
                          onChange={({ target }) => onMeans(column.name, value, target.value)}
                        >
                          <option value="">{t.leaveOut}</option>
                          {means.map((one) => (
                            <option key={one.value} value={one.value}>
                              {one.title}
                            </option>
                          ))}
                        </select>
                      </label>
                    ))}
                  </details>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
