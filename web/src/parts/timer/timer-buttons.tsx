import { useState } from 'react'
import { dayOf } from '../../data/days.ts'
import { tell } from '../../data/notices.ts'
import type { useTimer } from '../../data/timer.ts'
import { durationText } from '../../language/durations.ts'
import { words } from '../../language/words.ts'
import { Icon } from '../icon.tsx'
import { LongTimer } from './long-timer.tsx'

const t = words('timer-buttons', {
  pause: 'Pause the timer',
  resume: 'Go on with the timer',
  stop: 'Stop the timer and record its time',
  recorded: ({ time, title }: { time: string; title: string }) => `${time} recorded on “${title}”.`,
})

const dayOfSeconds = 86_400

interface TimerButtonsProps {
  state: ReturnType<typeof useTimer>
  /** Title of the task that it runs on. */
  title: string
}

/** Pauses the timer and goes on with it, and stops it: then its time is recorded. */
export function TimerButtons({ state: { timer, seconds, pause, resume, stop }, title }: TimerButtonsProps) {
  const [isLong, setLong] = useState(false)
  if (!timer) return null
  const record = (hours?: number) =>
    stop.mutateAsync({ trackedDate: dayOf(new Date()), ...(hours !== undefined && { hours }) }).then(
      ([log]) => log && tell(t.recorded({ time: durationText(log.hours * 60), title })),
      // What went wrong stands in the error of the timer.
      () => {},
    )
  return (
    <>
      <button
        type="button"
        className="plain"
        aria-label={timer.running ? t.pause : t.resume}
        onClick={timer.running ? pause : resume}
      >
        <Icon name={timer.running ? 'pause' : 'play'} />
      </button>
      <button
        type="button"
        className="plain"
        aria-label={t.stop}
        disabled={stop.isPending}
        onClick={() => (seconds > dayOfSeconds ? setLong(true) : void record())}
      >
        <Icon name="stop" />
      </button>
      {isLong && <LongTimer onRecord={(hours) => void record(hours)} onClose={() => setLong(false)} />}
    </>
  )
}
