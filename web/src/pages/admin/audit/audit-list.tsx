import type { AuditLogRecord } from '@taskwright/sdk'
import { momentText } from '../../../data/days.ts'
import { nameOf, usePeople } from '../../../data/people.ts'
import { words } from '../../../language/words.ts'
import { objectText, operationText } from './operations.ts'

const t = words('audit-list', {
  records: 'Records',
  when: 'When',
  who: 'Who',
  what: 'What',
  object: 'To what',
  details: 'Details',
  where: 'From where',
  UI: 'in the pages',
  APIv4: 'by a program',
  Automation: 'by itself',
  server: 'The server',
  detail: ({ label, value }: { label: string; value: string }) => `${label}: ${value}`,
})

const sourceText = (source: string | undefined): string =>
  source === 'UI' || source === 'APIv4' || source === 'Automation' ? t[source] : ''

type People = ReturnType<typeof usePeople>

/** Records of the log, a line each: who did what to what. On a phone the facts of one stand below one another. */
export function AuditList({ records }: { records: readonly AuditLogRecord[] }) {
  const people = usePeople()
  return (
    <div className="audit">
      <div className="audit-head audit-line" aria-hidden="true">
        {[t.when, t.who, t.what, t.object, t.details, t.where].map((title) => (
          <span key={title}>{title}</span>
        ))}
      </div>
      <ul aria-label={t.records}>
        {records.map((record) => (
          <Line key={record.id} record={record} people={people} />
        ))}
      </ul>
    </div>
  )
}

function Line({ record, people }: { record: AuditLogRecord; people: People }) {
  const person = people.get(record.userId)
  const { 'Done By': doneBy, ...details } = record.details
  return (
    <li className="audit-line">
      <time dateTime={record.eventDate}>{momentText(record.eventDate)}</time>
      <span>{doneBy ? t.server : person ? nameOf(person) : record.userEmail}</span>
      <strong>{operationText(record.operation)}</strong>
      <span>
        {record.objectName || record.objectId} <span className="quiet">{objectText(record.objectType)}</span>
      </span>
      <span className="audit-details">
        {Object.entries(details).map(([label, value]) => (
          <Detail key={label} label={label} value={named(value, people)} />
        ))}
      </span>
      <span>
        {record.ipAddress} <span className="quiet">{sourceText(record.sourceType)}</span>
      </span>
    </li>
  )
}

const longText = 90

function Detail({ label, value }: { label: string; value: string }) {
  if (value.length <= longText) return <span>{t.detail({ label, value })}</span>
  return (
    <details>
      <summary>{t.detail({ label, value: `${value.slice(0, longText / 2)} …` })}</summary>
      {value}
    </details>
  )
}

/** Ids of people in a detail as their names. */
function named(value: string, people: People): string {
  return value
    .split(', ')
    .map((part) => {
      const person = people.get(part)
      return person ? nameOf(person) : part
    })
    .join(', ')
}
