import { getFoldersByIds, type ImportColumn } from '@taskwright/sdk'
import { useState } from 'react'
import { useRead } from '../../data/api.ts'
import { usePeople } from '../../data/people.ts'
import { type Status, useStatuses } from '../../data/statuses.ts'
import { words } from '../../language/words.ts'
import { Fault } from '../../parts/fault.tsx'
import { Icon } from '../../parts/icon.tsx'
import { asInput, type ImportChoices, likelyOrder } from './choices.ts'
import { ColumnTable } from './column-table.tsx'
import { usePreview, useStart } from './imports.ts'
import { likelyMeanings, meaningsOf } from './meanings.ts'
import { Preview } from './preview.tsx'
import { ReadingOptions } from './reading-options.tsx'

const t = words('import-mapping', {
  reading: 'Reading the file …',
  another: 'Choose another file',
  columns: 'What the columns become',
  noTitle: 'Say which column holds the titles.',
  preview: 'What will be made',
  start: ({ count }: { count: string }) => `Import ${count} tasks`,
  starting: 'Starting …',
})

interface MappingStepProps {
  folderId: string
  file: File
  onBack: () => void
  onStarted: (importId: string) => void
}

/** What each column becomes and its values mean, beside a look at the tasks that this would make. */
export function MappingStep({ folderId, file, onBack, onStarted }: MappingStepProps) {
  const statuses = useWorkflowOf(folderId)
  const people = usePeople()
  const [sheet, setSheet] = useState<string>()
  const [changed, setChanged] = useState<ImportChoices>()
  const first = usePreview(
    folderId,
    statuses && people.size > 0 ? file : undefined,
    sheet === undefined ? {} : { sheet },
  )
  const likely = (columns: readonly ImportColumn[]): ImportChoices => ({
    ...(sheet !== undefined && { sheet }),
    dateOrder: likelyOrder(columns),
    becomes: Object.fromEntries(columns.map(({ name, becomes }) => [name, becomes ?? ''])),
    values: Object.fromEntries(columns.map((column) => [column.name, meaning(column, column.becomes ?? '')])),
  })
  const meaning = (column: ImportColumn, becomes: string) => {
    const meanings = meaningsOf(becomes, statuses ?? [], people)
    return meanings ? likelyMeanings(column, becomes, statuses ?? [], meanings) : {}
  }
  const isRead = first.data && !first.isPlaceholderData
  const choices = changed ?? (isRead && likely(first.data.columns ?? []))
  const preview = usePreview(folderId, file, choices ? asInput(choices) : undefined)
  const start = useStart()
  const back = (
    <button type="button" className="secondary" onClick={onBack}>
      <Icon name="back" /> {t.another}
    </button>
  )
  const fault = first.error ?? (first.data ? null : preview.error)
  if (fault)
    return (
      <div className="import-step">
        <Fault error={fault} />
        <div>{back}</div>
      </div>
    )
  if (!choices || !first.data) return <p className="quiet import-step">{t.reading}</p>

  const columns = first.data.columns ?? []
  const hasTitle = Object.values(choices.becomes).includes('title')
  const count = preview.data?.created ?? 0
  return (
    <div className="import-step">
      <ReadingOptions
        file={file}
        sheets={first.data.sheets}
        choices={choices}
        onSheet={(name) => {
          setSheet(name)
          setChanged(undefined)
        }}
        onDateOrder={(dateOrder) => setChanged({ ...choices, dateOrder })}
      />
      <section aria-labelledby="columns">
        <h2 id="columns">{t.columns}</h2>
        <ColumnTable
          columns={columns}
          choices={choices}
          meanings={(becomes) => meaningsOf(becomes, statuses ?? [], people)}
          onBecomes={(column, becomes) =>
            setChanged({
              ...choices,
              becomes: { ...moved(choices.becomes, becomes), [column.name]: becomes },
              values: { ...choices.values, [column.name]: meaning(column, becomes) },
            })
          }
          onMeans={(name, value, means) =>
            setChanged({
              ...choices,
              values: { ...choices.values, [name]: { ...choices.values[name], [value]: means } },
            })
          }
        />
      </section>
      <section aria-labelledby="preview" aria-busy={preview.isFetching}>
        <h2 id="preview">{t.preview}</h2>
        {hasTitle ? (
          <Preview found={preview.data} error={preview.error} people={people} statuses={statuses ?? []} />
        ) : (
          <p className="fault">{t.noTitle}</p>
        )}
      </section>
      <Fault error={start.error} />
      <div className="actions">
        <button
          type="button"
          disabled={!hasTitle || count === 0 || start.isPending || preview.isFetching}
          onClick={() =>
            start.mutate({ folderId, file, choices, columns }, { onSuccess: ({ id }) => id && onStarted(id) })
          }
        >
          {start.isPending ? t.starting : t.start({ count: String(count) })}
        </button>
        {back}
      </div>
    </div>
  )
}

/** A member of the task comes from one column: the column that had it becomes nothing. */
function moved(becomes: ImportChoices['becomes'], to: string): ImportChoices['becomes'] {
  if (to === '' || to.startsWith('new:')) return becomes
  return Object.fromEntries(Object.entries(becomes).map(([name, target]) => [name, target === to ? '' : target]))
}

/** The statuses that tasks of a folder can have. */
function useWorkflowOf(folderId: string): Status[] | undefined {
  const folder = useRead(getFoldersByIds, { folderIds: [folderId] })
  const statuses = useStatuses()
  if (!folder.data || !statuses) return undefined
  const all = [...statuses.byId.values()].filter(({ hidden }) => !hidden)
  const own = all.filter(({ workflowId }) => workflowId === folder.data[0]?.workflowId)
  return own.length > 0 ? own : all
}
