import type { Contact, FileImport, ImportProblem } from '@taskwright/sdk'
import { dayText } from '../../data/days.ts'
import { nameOf } from '../../data/people.ts'
import type { Status } from '../../data/statuses.ts'
import { plural, words } from '../../language/words.ts'
import { Fault } from '../../parts/fault.tsx'
import { StatusMark } from '../../parts/status.tsx'

const t = words('import-preview', {
  tasks: ({ count }: { count: number }) => plural(count, { one: '# task', other: '# tasks' }),
  skipped: ({ count }: { count: number }) => plural(count, { one: '# empty row', other: '# empty rows' }),
  failed: ({ count }: { count: number }) =>
    plural(count, { one: '# row becomes no task', other: '# rows become no task' }),
  row: 'Row',
  title: 'Title',
  status: 'Status',
  dates: 'Dates',
  people: 'Assignees',
  under: ({ row }: { row: number }) => `under row ${row}`,
  first: ({ count }: { count: number }) => plural(count, { one: 'The first task', other: 'The first # tasks' }),
  why: 'Why',
  problems: 'Rows that become no task',
})

interface PreviewProps {
  found: FileImport | undefined
  error: Error | null
  people: ReadonlyMap<string, Contact>
  statuses: readonly Status[]
}

/** How many tasks a file makes, the first of them, and the rows that make none. */
export function Preview({ found, error, people, statuses }: PreviewProps) {
  if (error) return <Fault error={error} />
  if (!found) return null
  const rows = found.preview ?? []
  return (
    <>
      <p role="status">
        <strong>{t.tasks({ count: found.created })}</strong>
        {found.skipped > 0 && `, ${t.skipped({ count: found.skipped })}`}
        {found.failed > 0 && (
          <>
            , <strong className="fault">{t.failed({ count: found.failed })}</strong>
          </>
        )}
      </p>
      <Problems problems={found.problems.filter(({ outcome }) => outcome === 'Failed')} />
      {rows.length > 0 && (
        <div className="scrolls">
          <table className="preview-table">
            <caption>{t.first({ count: rows.length })}</caption>
            <thead>
              <tr>
                <th scope="col">{t.row}</th>
                <th scope="col">{t.title}</th>
                <th scope="col">{t.status}</th>
                <th scope="col">{t.dates}</th>
                <th scope="col">{t.people}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ row, parentRow, title, customStatusId, startDate, dueDate, responsibleIds = [] }) => (
                <tr key={row}>
                  <td>{row}</td>
                  <th scope="row">
                    {title} {parentRow && <span className="quiet">{t.under({ row: parentRow })}</span>}
                  </th>
                  <td>
                    <StatusMark status={statuses.find(({ id }) => id === customStatusId)} />
                  </td>
                  <td>{[startDate, dueDate].flatMap((day) => (day ? [dayText(day)] : [])).join(' – ')}</td>
                  <td>
                    {responsibleIds
                      .flatMap((id) => people.get(id) ?? [])
                      .map(nameOf)
                      .join(', ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

/** Rows that are told of, with the reason. */
export function Problems({ problems }: { problems: readonly ImportProblem[] }) {
  if (problems.length === 0) return null
  return (
    <div className="scrolls">
      <table className="problem-table">
        <caption>{t.problems}</caption>
        <thead>
          <tr>
            <th scope="col">{t.row}</th>
            <th scope="col">{t.why}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ row, reason }) => (
            <tr key={row}>
              <td>{row}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
