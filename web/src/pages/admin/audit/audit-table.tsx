import type { AuditLogRecord } from '@taskwright/sdk'
import { momentText } from '../../../data/days.ts'
import { nameOf, usePeople } from '../../../data/people.ts'
import { words } from '../../../language/words.ts'
import { operationText } from './operations.ts'

const t = words('audit-table', {
  table: 'Records',
  when: 'When',
  who: 'Who',
  what: 'What',
  object: 'To what',
  details: 'Details',
  where: 'From where',
  UI: 'in the pages',
  APIv4: 'by a program',
  Automation: 'by itself',
  server: 'the server',
})

const sourceText = (source: string | undefined): string =>
  source === 'UI' || source === 'APIv4' || source === 'Automation' ? t[source] : ''

/** Records of the log: who did what to what. */
export function AuditTable({ records }: { records: readonly AuditLogRecord[] }) {
  const people = usePeople()
  return (
    <div className="table audit-table">
      <table aria-label={t.table}>
        <thead>
          <tr>
            {[t.when, t.who, t.what, t.object, t.details, t.where].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => {
            const person = people.get(record.userId)
            const { 'Done By': doneBy, ...details } = record.details
            return (
              <tr key={record.id}>
                <td>
                  <time dateTime={record.eventDate}>{momentText(record.eventDate)}</time>
                </td>
                <td>{doneBy ? t.server : person ? nameOf(person) : record.userEmail}</td>
                <td>{operationText(record.operation)}</td>
                <td>
                  {record.objectName || record.objectId}
                  <span className="quiet">{operationText(record.objectType)}</span>
                </td>
                <td>
                  {Object.entries(details).map(([label, value]) => (
                    <span key={label} className="audit-detail">
                      <span className="quiet">{label}:</span> {nameIn(value, people)}
                    </span>
                  ))}
                </td>
                <td>
                  {record.ipAddress}
                  <span className="quiet">{sourceText(record.sourceType)}</span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** Ids of people in a detail as their names. */
function nameIn(value: string, people: ReturnType<typeof usePeople>): string {
  return value
    .split(', ')
    .map((part) => {
      const person = people.get(part)
      return person ? nameOf(person) : part
    })
    .join(', ')
}
