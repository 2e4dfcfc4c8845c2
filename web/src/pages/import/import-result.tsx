import { Link } from '@tanstack/react-router'
import type { FileImport } from '@taskwright/sdk'
import { useState } from 'react'
import { plural, words } from '../../language/words.ts'
import { Confirm } from '../../parts/dialog.tsx'
import { Fault } from '../../parts/fault.tsx'
import { useImport, useUndoImport } from './imports.ts'
import { Problems } from './preview.tsx'

const t = words('import-result', {
  reading: 'Looking for the import …',
  working: ({ done, total }: { done: number; total: number }) => `${done} of ${total} rows`,
  progress: 'Progress of the import',
  made: ({ count }: { count: number }) => plural(count, { one: '# task was made', other: '# tasks were made' }),
  failed: 'The import came to an end before its time; what was made is there.',
  undone: ({ count }: { count: number }) =>
    plural(count, { one: 'Undone: # task is in the recycle bin', other: 'Undone: # tasks are in the recycle bin' }),
  wasUndone: 'This import was undone.',
  look: 'Look at the tasks',
  undo: 'Undo the import',
  stop: 'Stop, and undo what was made',
  another: 'Import another file',
  undoTitle: 'Undo this import?',
  undoText:
    'Its tasks go to the recycle bin. Those that somebody has changed since stay where they are; fields that were made for it stay too.',
  kept: 'These were changed since, and stay',
  keptToo: 'Remove these too',
})

interface ImportResultProps {
  importId: string
  onAnother: () => void
}

/** How far an import is and what came of it; and the way to undo it. */
export function ImportResult({ importId, onAnother }: ImportResultProps) {
  const found = useImport(importId)
  const undo = useUndoImport()
  const [isAsking, setAsking] = useState(false)
  const undone = undo.data?.[0]
  const now = found.data
  if (found.error) return <Fault error={found.error} onRetry={() => found.refetch()} />
  if (!now) return <p className="quiet import-step">{t.reading}</p>
  const status = undone?.status ?? now.status
  const take = (changedToo: boolean) =>
    undo.mutate({ importId, ...(changedToo && { changedToo }) }, { onSuccess: () => found.refetch() })
  return (
    <div className="import-step">
      {status === 'Undone' ? <Undone undone={undone} onAll={() => take(true)} /> : <Progress now={now} />}
      <Fault error={undo.error} />
      <div className="actions">
        <Link className="button" to="/folder/$folderId" params={{ folderId: now.folderId }}>
          {t.look}
        </Link>
        {status !== 'Undone' && (
          <button type="button" className="harm" disabled={undo.isPending} onClick={() => setAsking(true)}>
            {status === 'InProgress' ? t.stop : t.undo}
          </button>
        )}
        <button type="button" className="secondary" onClick={onAnother}>
          {t.another}
        </button>
      </div>
      {status !== 'Undone' && <Problems problems={now.problems} />}
      {isAsking && (
        <Confirm title={t.undoTitle} act={t.undo} onAct={() => take(false)} onClose={() => setAsking(false)}>
          <p>{t.undoText}</p>
        </Confirm>
      )}
    </div>
  )
}

function Progress({ now }: { now: FileImport }) {
  const done = now.created + now.skipped + now.failed
  if (now.status === 'InProgress')
    return (
      <div>
        <progress aria-label={t.progress} value={done} max={now.totalRows} />
        <p>{t.working({ done, total: now.totalRows })}</p>
      </div>
    )
  return (
    <div role="status">
      <p className="import-made">{t.made({ count: now.created })}</p>
      {now.status === 'Failed' && <p className="fault">{t.failed}</p>}
    </div>
  )
}

function Undone({ undone, onAll }: { undone: FileImport | undefined; onAll: () => void }) {
  const kept = undone?.kept ?? []
  return (
    <div role="status">
      <p className="import-made">{undone ? t.undone({ count: undone.removed ?? 0 }) : t.wasUndone}</p>
      {kept.length > 0 && (
        <>
          <h2>{t.kept}</h2>
          <ul>
            {kept.map(({ taskId, title }) => (
              <li key={taskId}>
                <Link to="/task/$taskId" params={{ taskId }}>
                  {title}
                </Link>
              </li>
            ))}
          </ul>
          <button type="button" className="harm small" onClick={onAll}>
            {t.keptToo}
          </button>
        </>
      )}
    </div>
  )
}
