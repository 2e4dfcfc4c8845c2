import { deleteRecurrence, getRecurrence, getTasksByIds, type Recurrence } from '@taskwright/sdk'
import { lazy, Suspense, useState } from 'react'
import { useChange, useRead } from '../../../../data/api.ts'
import { dayText } from '../../../../data/days.ts'
import { tell } from '../../../../data/notices.ts'
import { words } from '../../../../language/words.ts'
import { Icon } from '../../../../parts/icon.tsx'
import { useOpenTask } from '../../frame/open-task.tsx'
import { Fact } from '../fact.tsx'
import { ruleText } from './rule.ts'

const RepeatsDialog = lazy(async () => ({ default: (await import('./repeats-dialog.tsx')).RepeatsDialog }))

const t = words('repeats-fact', {
  repeats: 'Repeats',
  change: ({ rule }: { rule: string }) => `Repeats: ${rule}`,
  never: 'Never',
  ended: ({ rule }: { rule: string }) => `${rule} (ended)`,
  stop: 'Repeat no longer',
  stopped: 'No further task is made.',
  next: ({ day }: { day: string }) => `When this one is completed, the next is made for ${day}.`,
})

/** How the task comes again. It is set in a dialog, which shows the days that follow. */
export function RepeatsFact() {
  const { task, may } = useOpenTask()
  const [isOpen, setOpen] = useState(false)
  const series = useRead(getRecurrence, { taskId: task.id }, { enabled: task.recurrent === true }).data?.[0]
  const end = useChange(deleteRecurrence, [getRecurrence, getTasksByIds])
  const isActive = series?.state === 'Active'
  const rule = series && task.recurrent ? textOf(series) : t.never
  if (!may('editTask') && !task.recurrent) return null
  return (
    <Fact label={t.repeats} error={end.error}>
      {may('editTask') ? (
        <button
          type="button"
          className="plain fact-button"
          aria-label={t.change({ rule })}
          onClick={() => setOpen(true)}
        >
          {rule}
        </button>
      ) : (
        rule
      )}
      {may('editTask') && isActive && (
        <button
          type="button"
          className="plain"
          aria-label={t.stop}
          onClick={() =>
            void end.mutateAsync({ taskId: task.id }).then(
              () => tell(t.stopped),
              () => {},
            )
          }
        >
          <Icon name="close" />
        </button>
      )}
      {isActive && series.nextOccurrenceDate && (
        <span className="field-says quiet">{t.next({ day: dayText(series.nextOccurrenceDate) })}</span>
      )}
      {isOpen && (
        <Suspense>
          <RepeatsDialog series={isActive ? series : undefined} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Fact>
  )
}

const textOf = (series: Recurrence): string =>
  series.state === 'Active' ? ruleText(series) : t.ended({ rule: ruleText(series) })
