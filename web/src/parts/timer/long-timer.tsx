import { useState } from 'react'
import { durationText, parseDuration } from '../../language/durations.ts'
import { words } from '../../language/words.ts'
import { Dialog } from '../dialog.tsx'
import { DurationInput } from '../duration-input.tsx'

const t = words('long-timer', {
  title: 'The timer ran for more than a day',
  how: 'It was probably forgotten. How long did the work take?',
  time: 'Time',
  record: 'Record',
})

/** Asks how long the work really took. */
export function LongTimer({ onRecord, onClose }: { onRecord: (hours: number) => void; onClose: () => void }) {
  const [minutes, setMinutes] = useState<number>()
  return (
    <Dialog title={t.title} onClose={onClose}>
      <p>{t.how}</p>
      <DurationInput
        label={t.time}
        minutes={minutes}
        text={durationText}
        parse={parseDuration}
        onChange={setMinutes}
        most={24 * 60}
      />
      <div className="actions">
        <button
          type="button"
          disabled={!minutes}
          onClick={() => {
            if (minutes) onRecord(minutes / 60)
            onClose()
          }}
        >
          {t.record}
        </button>
      </div>
    </Dialog>
  )
}
