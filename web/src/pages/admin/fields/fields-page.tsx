import { type CustomField, orderCustomFields, queryCustomFields } from '@taskwright/sdk'
import { useState } from 'react'
import { useChange, useRead } from '../../../data/api.ts'
import { words } from '../../../language/words.ts'
import { Empty } from '../../../parts/empty.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { AdminPage } from '../parts/admin-page.tsx'
import { PlanNote, useFeature } from '../parts/plan-note.tsx'
import { useOrder } from '../parts/use-order.ts'
import { FieldDialog } from './field-dialog.tsx'
import { FieldRow } from './field-row.tsx'
import { RemoveField } from './remove-field.tsx'
import './fields.css'

const t = words('fields-page', {
  title: 'Custom fields',
  lead: 'What your work has beyond title, status, dates and people. Lists show fields in this order.',
  add: 'New field',
  search: 'Search fields',
  none: 'There are no custom fields yet.',
  noneSays:
    'A field is a fact that your tasks have: an amount, a place, an answer. Choose its type, and everybody can fill it in.',
  nothing: 'No field is called so.',
  reading: 'Reading …',
  list: 'Fields',
})

const kinds = ['WorkItem', 'User'] as const
const withUse = { applicableEntityTypes: [...kinds], fields: ['dataUsageStatistics' as const] }

/** All custom fields in their order, to change, archive and delete. */
export function FieldsPage() {
  const { data, error, refetch } = useRead(queryCustomFields, withUse)
  const order = useChange(orderCustomFields, [queryCustomFields])
  const { has } = useFeature('customFields')
  const [isAdding, setAdding] = useState(false)
  const [changing, setChanging] = useState<CustomField>()
  const [leaving, setLeaving] = useState<CustomField>()
  const [typed, setTyped] = useState('')
  const byId = new Map((data ?? []).map((field) => [field.id, field]))
  const sorted = useOrder([...byId.keys()], (customFields) => order.mutateAsync({ customFields }))
  const found = sorted.order.filter((id) =>
    byId.get(id)?.title.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase()),
  )
  return (
    <AdminPage
      title={t.title}
      lead={t.lead}
      actions={
        <button type="button" disabled={!has} onClick={() => setAdding(true)}>
          {t.add}
        </button>
      }
    >
      <PlanNote feature="customFields" />
      <Fault error={error} onRetry={refetch} />
      {!data && !error && <p className="quiet">{t.reading}</p>}
      {data?.length === 0 && (
        <Empty icon="columns" title={t.none}>
          <p>{t.noneSays}</p>
        </Empty>
      )}
      {byId.size > 8 && (
        <search className="admin-filter">
          <input
            type="search"
            aria-label={t.search}
            placeholder={t.search}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </search>
      )}
      {byId.size > 0 && found.length === 0 && <p className="quiet">{t.nothing}</p>}
      {found.length > 0 && (
        <ul className="admin-rows" aria-label={t.list}>
          {found.flatMap((id) => {
            const field = byId.get(id)
            if (!field) return []
            return (
              <FieldRow
                key={id}
                field={field}
                order={found}
                onPlace={sorted.place}
                onChange={() => setChanging(field)}
                onRemove={() => setLeaving(field)}
              />
            )
          })}
        </ul>
      )}
      {isAdding && <FieldDialog onClose={() => setAdding(false)} />}
      {changing && <FieldDialog field={changing} onClose={() => setChanging(undefined)} />}
      {leaving && <RemoveField field={leaving} onClose={() => setLeaving(undefined)} />}
    </AdminPage>
  )
}
