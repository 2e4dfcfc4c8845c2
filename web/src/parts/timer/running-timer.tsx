import { Link } from '@tanstack/react-router'
import { getTasksByIds } from '@taskwright/sdk'
import { useEffect } from 'react'
import { useRead } from '../../data/api.ts'
import { tell } from '../../data/notices.ts'
import { clockText, useTimer } from '../../data/timer.ts'
import { words } from '../../language/words.ts'
import { Icon } from '../icon.tsx'
import { TimerButtons } from './timer-buttons.tsx'
import './timer.css'

const t = words('running-timer', {
  timer: 'Timer',
  paused: 'paused',
  hidden: 'A task that you no longer see',
})

/** The person's timer on every page: how long it has run, on what, and the ways to pause and stop it. */
export function RunningTimer() {
  const state = useTimer()
  const { timer, seconds, error } = state
  const taskIds = timer ? [timer.taskId] : []
  const task = useRead(getTasksByIds, { taskIds }, { enabled: timer !== undefined }).data?.[0]
  // The bar has no room for a reason.
  useEffect(() => {
    if (error) tell(error.message, { isFault: true })
  }, [error])
  if (!timer) return null
  const title = task?.title ?? t.hidden
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and there is none
    <div className="running-timer" role="group" aria-label={t.timer}>
      <Link to="/task/$taskId" params={{ taskId: timer.taskId }} className={timer.running ? '' : 'quiet'}>
        <Icon name="clock" />
        <span className="clock">{clockText(seconds)}</span>
        {!timer.running && <span>({t.paused})</span>}
        <span className="title">{title}</span>
      </Link>
      <TimerButtons state={state} title={title} />
    </div>
  )
}
