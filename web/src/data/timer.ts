import { useQueryClient } from '@tanstack/react-query'
import {
  createTimelogOfTimer,
  deleteTimer,
  getTimer,
  queryTimelogs,
  startTimer,
  type Timer,
  updateTimer,
} from '@taskwright/sdk'
import { useEffect, useState } from 'react'
import { useChange, useRead } from './api.ts'
import { dayOf } from './days.ts'

/** The person's timer, kept by the server: it runs on all devices. `seconds` counts on while it runs. */
export function useTimer() {
  const memory = useQueryClient()
  const read = useRead(getTimer, {})
  const timer = read.data?.[0]
  const touched = [getTimer, queryTimelogs]
  const show = (change: (timer: Timer) => Timer | null) => () => {
    const before = memory.getQueryData<Timer[]>([getTimer.id, {}])
    memory.setQueryData<Timer[]>([getTimer.id, {}], (rows) => rows?.flatMap((row) => change(row) ?? []))
    return () => memory.setQueryData([getTimer.id, {}], before)
  }
  const start = useChange(startTimer, touched)
  const update = useChange(updateTimer, touched, {
    show: (input) => show((row) => ({ ...row, ...(input.running !== undefined && { running: input.running }) }))(),
  })
  const stop = useChange(createTimelogOfTimer, touched)
  const discard = useChange(deleteTimer, touched, { show: show(() => null) })
  const now = useNow(timer?.running === true)
  const since = timer?.running ? Math.max(0, Math.floor((now - read.dataUpdatedAt) / 1000)) : 0
  return {
    timer,
    seconds: timer ? timer.seconds + since : 0,
    start: (taskId: string) => start.mutate({ taskId, trackedDate: dayOf(new Date()) }),
    pause: () => update.mutate({ running: false }),
    resume: () => update.mutate({ running: true }),
    stop,
    discard: () => discard.mutate({}),
    error: start.error ?? update.error ?? stop.error ?? discard.error,
  }
}

/** The moment, each second while something runs. */
function useNow(isRunning: boolean): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (!isRunning) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [isRunning])
  return now
}

/** Seconds as a clock: 1:02:03. */
export function clockText(seconds: number): string {
  const two = (count: number) => String(count).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
