import { queryTimelogLockPeriods } from '@taskwright/sdk'
import { useRead } from '../../../../data/api.ts'
import { dayText } from '../../../../data/days.ts'
import { words } from '../../../../language/words.ts'
import { useOpenTask } from '../../frame/open-task.tsx'

const t = words('closed-time', {
  period: ({ start, end }: { start: string; end: string }) =>
    `Time from ${start} to ${end} is closed in a place of this task: nothing can be recorded or changed.`,
  day: ({ day }: { day: string }) =>
    `Time of ${day} is closed in a place of this task: nothing can be recorded or changed.`,
})

/** Why no time can be recorded on a day, if it can't. */
export function useClosed(day: string): string | undefined {
  const { task } = useOpenTask()
  const input = { taskId: task.id, period: { equal: day } }
  const period = useRead(queryTimelogLockPeriods, input).data?.find(({ start, end }) => start <= day && day <= end)
  if (!period) return undefined
  const [start, end] = [dayText(period.start), dayText(period.end)]
  return start === end ? t.day({ day: start }) : t.period({ start, end })
}
