import { Link } from '@tanstack/react-router'
import type { Dependency, Task } from '@taskwright/sdk'
import { dayText } from '../../../../data/days.ts'
import { useStatuses } from '../../../../data/statuses.ts'
import { durationText, parseDuration } from '../../../../language/durations.ts'
import { words } from '../../../../language/words.ts'
import { DurationInput } from '../../../../parts/duration-input.tsx'
import { Icon } from '../../../../parts/icon.tsx'
import { Picker } from '../../../../parts/picker.tsx'
import { ColourDot } from '../../../../parts/status.tsx'
import { useOpenTask } from '../../frame/open-task.tsx'
import { conflicts } from './conflicts.ts'
import type { useLinks } from './use-links.ts'

const t = words('dependency-row', {
  kind: 'Kind of dependency',
  is: ({ kind, title }: { kind: string; title: string }) => `${title}: ${kind}`,
  FinishToStart: 'Finish to start',
  StartToStart: 'Start to start',
  FinishToFinish: 'Finish to finish',
  StartToFinish: 'Start to finish',
  FinishToStartNote: 'the later one starts when the earlier one is done',
  StartToStartNote: 'the later one starts when the earlier one has started',
  FinishToFinishNote: 'the later one is done when the earlier one is done',
  StartToFinishNote: 'the later one is done when the earlier one has started',
  lag: ({ title }: { title: string }) => `${title}: lag`,
  noLag: 'no lag',
  remove: ({ title }: { title: string }) => `Take the dependency on ${title} away`,
  conflict: 'The dates contradict this dependency',
  hidden: 'A task that you do not see',
})

const kinds = ['FinishToStart', 'StartToStart', 'FinishToFinish', 'StartToFinish'] as const
/** The longest lag that the server takes, in working minutes. */
const most = 1_800_000

interface DependencyRowProps {
  dependency: Dependency
  /** Tasks at the other ends, as far as they are seen. */
  tasks: readonly Task[]
  links: ReturnType<typeof useLinks>
}

/** A dependency: the task at its other end, its kind, its lag, and whether the dates contradict it. */
export function DependencyRow({ dependency, tasks, links }: DependencyRowProps) {
  const { task, may } = useOpenTask()
  const statuses = useStatuses()
  const { predecessorId, successorId, relationType, lagTime } = dependency
  const otherId = predecessorId === task.id ? successorId : predecessorId
  const other = tasks.find(({ id }) => id === otherId)
  const title = other?.title ?? t.hidden
  const [predecessor, successor] = predecessorId === task.id ? [task, other] : [other, task]
  const lagText = (minutes: number) => durationText(minutes, { inDays: true })
  const isWrong = predecessor && successor && conflicts(dependency, predecessor, successor)
  return (
    <li className="dependency">
      <ColourDot color={statuses?.byId.get(other?.customStatusId ?? '')?.color ?? 'Gray'} />
      {other ? (
        <Link className="title" to="/task/$taskId" params={{ taskId: other.id }}>
          {title}
        </Link>
      ) : (
        <span className="title quiet">{title}</span>
      )}
      <span className="quiet">{spanText(other)}</span>
      <span className="dependency-facts">
        {may('editTask') && other ? (
          <>
            <Picker
              label={t.kind}
              name={t.is({ kind: t[relationType], title })}
              items={kinds.map((id) => ({ id, title: t[id], note: t[`${id}Note`] }))}
              chosen={[relationType]}
              onChoose={([kind]) =>
                kind && kind !== relationType && links.change(dependency, { relationType: kind as typeof relationType })
              }
              className="plain"
            >
              {t[relationType]}
            </Picker>
            <DurationInput
              label={t.lag({ title })}
              minutes={lagTime}
              text={lagText}
              parse={(text) => parseDuration(text, 'day')}
              least={-most}
              most={most}
              placeholder={t.noLag}
              onChange={(minutes = 0) => links.change(dependency, { lagTime: minutes })}
            />
            <button
              type="button"
              className="plain"
              aria-label={t.remove({ title })}
              onClick={() => links.remove(dependency, title)}
            >
              <Icon name="close" />
            </button>
          </>
        ) : (
          <span className="quiet">
            {t[relationType]}
            {lagTime !== 0 && `, ${lagText(lagTime)}`}
          </span>
        )}
      </span>
      {isWrong && (
        <p className="dependency-conflict">
          <Icon name="warning" />
          {t.conflict}
        </p>
      )}
    </li>
  )
}

function spanText(task: Task | undefined): string {
  const { start, due } = task?.dates ?? {}
  if (start && due && start.slice(0, 10) !== due.slice(0, 10)) return `${dayText(start)} – ${dayText(due)}`
  return due ? dayText(due) : ''
}
