import { clockText, useTimer } from '../../../../data/timer.ts'
import { words } from '../../../../language/words.ts'
import { Fault } from '../../../../parts/fault.tsx'
import { Icon } from '../../../../parts/icon.tsx'
import { ActionMenu } from '../../../../parts/menu.tsx'
import { TimerButtons } from '../../../../parts/timer/timer-buttons.tsx'
import { useOpenTask } from '../../frame/open-task.tsx'

const t = words('task-timer', {
  start: 'Start the timer',
  more: 'More about the timer',
  discard: 'Throw the timer away',
})

/** The person's timer, where it is about the open task; elsewhere the way to start it here. */
export function TaskTimer() {
  const { task } = useOpenTask()
  const state = useTimer()
  const { timer, seconds, start, discard, error } = state
  const isHere = timer?.taskId === task.id
  return (
    <>
      {isHere ? (
        <span className="task-timer">
          <span className="clock">{clockText(seconds)}</span>
          <TimerButtons state={state} title={task.title} />
          <ActionMenu
            label={t.more}
            groups={[{ choices: [{ label: t.discard, icon: 'remove', isHarm: true, run: discard }] }]}
          />
        </span>
      ) : (
        <button type="button" className="secondary small" onClick={() => start(task.id)}>
          <Icon name="play" />
          {t.start}
        </button>
      )}
      <Fault error={error} />
    </>
  )
}
