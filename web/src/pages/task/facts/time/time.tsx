import { queryTimelogs } from '@taskwright/sdk'
import { useRead } from '../../../../data/api.ts'
import { durationText } from '../../../../language/durations.ts'
import { words } from '../../../../language/words.ts'
import { Fault } from '../../../../parts/fault.tsx'
import { useOpenTask } from '../../frame/open-task.tsx'
import { Section } from '../../frame/section.tsx'
import { LogDays } from './log-days.tsx'
import { NewLog } from './new-log.tsx'
import { TaskTimer } from './task-timer.tsx'
import './time.css'

const t = words('time', {
  spent: ({ spent }: { spent: string }) => `${spent} recorded`,
  ofEffort: ({ spent, effort }: { spent: string; effort: string }) => `${spent} of ${effort}`,
  over: ({ spent, effort, over }: { spent: string; effort: string; over: string }) =>
    `${spent} of ${effort}: ${over} over`,
  none: 'No time was recorded yet.',
})

const fields = ['lockStatus', 'approvalStatus', 'billingType', 'finance'] as const

/** What is read of a task's time: the same in all its parts. */
export const logsOf = (taskId: string) => ({
  taskId,
  plainText: true,
  fields: [...fields],
})

/** The timer and the time that was recorded on the task, beside what was planned for it. */
export function Time() {
  const { task, may } = useOpenTask()
  const read = useRead(queryTimelogs, logsOf(task.id))
  // The server tells those of subtasks too.
  const logs = (read.data ?? []).filter(({ taskId }) => taskId === task.id)
  const minutes = Math.round(logs.reduce((sum, { hours }) => sum + hours * 60, 0))
  const effort = task.effortAllocation?.mode === 'None' ? 0 : (task.effortAllocation?.totalEffort ?? 0)
  const facts = {
    spent: durationText(minutes),
    effort: durationText(effort),
    over: durationText(minutes - effort),
  }
  if (!may('trackTime') && logs.length === 0) return null
  return (
    <Section
      name="time"
      actions={
        <>
          {(minutes > 0 || effort > 0) && (
            <span className={effort > 0 && minutes > effort ? 'time-over' : 'quiet'}>
              {effort === 0 ? t.spent(facts) : minutes > effort ? t.over(facts) : t.ofEffort(facts)}
            </span>
          )}
          {may('trackTime') && <TaskTimer />}
        </>
      }
    >
      {effort > 0 && <progress className="time-progress" aria-label={t.ofEffort(facts)} max={effort} value={minutes} />}
      {may('trackTime') && <NewLog />}
      {read.data && logs.length === 0 && <p className="quiet">{t.none}</p>}
      <LogDays logs={logs} />
      <Fault error={read.error} onRetry={() => void read.refetch()} />
    </Section>
  )
}
