import { useNavigate, useSearch } from '@tanstack/react-router'
import { queryAuditLog } from '@taskwright/sdk'
import { useRows } from '../../../data/api.ts'
import { nameOf, usePeople } from '../../../data/people.ts'
import { numberText } from '../../../language/language.ts'
import { words } from '../../../language/words.ts'
import { DayField } from '../../../parts/day-field/day-field.tsx'
import { Empty } from '../../../parts/empty.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { byTitle, Picker } from '../../../parts/picker.tsx'
import { AdminPage } from '../parts/admin-page.tsx'
import { PlanNote, useFeature } from '../parts/plan-note.tsx'
import { AuditList } from './audit-list.tsx'
import { type AuditSearch, auditInput, readAuditSearch } from './audit-search.ts'
import { ExportButton } from './export-button.tsx'
import { operationsByPart, operationText } from './operations.ts'
import './audit.css'

const t = words('audit-page', {
  title: 'Audit log',
  lead: 'Who did what, when and from where; newest first. Nothing in it can be changed or deleted.',
  what: 'What was done',
  all: 'Everything',
  access: 'Signing in and programs',
  people: 'People and groups',
  account: 'Account',
  spaces: 'Spaces',
  work: 'Work',
  who: 'Who did it',
  everybody: 'Everybody',
  from: 'From',
  to: 'To',
  count: ({ count }: { count: string }) => `${count} records`,
  reading: 'Reading …',
  none: 'Nothing of that kind was done.',
  more: 'Show older ones',
})

const pageSize = 100
const everybody = '(everybody)'

/** The audit log, filtered, page by page, and as a file. */
export function AuditPage() {
  const search = useSearch({ from: '/admin/audit' })
  const navigate = useNavigate({ from: '/admin/audit' })
  const { has } = useFeature('auditLog')
  return (
    <AdminPage title={t.title} lead={t.lead} actions={has && <ExportButton search={search} />}>
      <PlanNote feature="auditLog" />
      {has && (
        <Log
          search={search}
          onSearch={(change) => void navigate({ search: readAuditSearch({ ...search, ...change }), replace: true })}
        />
      )}
    </AdminPage>
  )
}

type Changes = { [N in keyof AuditSearch]?: string | undefined }

function Log({ search, onSearch }: { search: AuditSearch; onSearch: (change: Changes) => void }) {
  const people = usePeople()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useRows(queryAuditLog, {
    ...auditInput(search),
    pageSize,
  })
  const items = [...people.values()]
    .filter(({ type }) => type === 'Person')
    .map((person) => ({ id: person.id, title: nameOf(person) }))
    .sort(byTitle)
  const chosen =
    search.user === undefined ? t.everybody : nameOf(people.get(search.user) ?? { firstName: '', lastName: '' })
  return (
    <>
      <search className="admin-filter">
        <select
          aria-label={t.what}
          value={search.operation ?? ''}
          onChange={({ target }) => onSearch({ operation: target.value })}
        >
          <option value="">{t.all}</option>
          {(Object.keys(operationsByPart) as (keyof typeof operationsByPart)[]).map((part) => (
            <optgroup key={part} label={t[part]}>
              {operationsByPart[part].map((operation) => (
                <option key={operation} value={operation}>
                  {operationText(operation)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <Picker
          label={t.who}
          name={`${t.who}: ${chosen}`}
          items={[{ id: everybody, title: t.everybody }, ...items]}
          chosen={[search.user ?? everybody]}
          onChoose={([id]) => onSearch({ user: id === everybody ? undefined : id })}
          className="secondary"
        >
          {chosen}
        </Picker>
        <span className="audit-day">
          <span aria-hidden="true">{t.from}</span>
          <DayField label={t.from} day={search.from ?? ''} onChange={(from) => onSearch({ from })} />
        </span>
        <span className="audit-day">
          <span aria-hidden="true">{t.to}</span>
          <DayField label={t.to} day={search.to ?? ''} onChange={(to) => onSearch({ to })} />
        </span>
        <p className="quiet" role="status">
          {data ? t.count({ count: numberText(data.count ?? data.rows.length) }) : t.reading}
        </p>
      </search>
      <Fault error={error} onRetry={refetch} />
      {data?.rows.length === 0 && <Empty icon="history" title={t.none} />}
      {data && data.rows.length > 0 && <AuditList records={data.rows} />}
      {hasNextPage && (
        <button
          type="button"
          className="secondary audit-more"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {isFetchingNextPage ? t.reading : t.more}
        </button>
      )}
    </>
  )
}
