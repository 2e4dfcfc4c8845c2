import { lazy, type ReactNode, Suspense } from 'react'
import { Button, Dialog, DialogTrigger } from 'react-aria-components'
import { words } from '../../language/words.ts'
import { Over } from '../over.tsx'

const DayCalendar = lazy(async () => ({ default: (await import('./calendar.tsx')).DayCalendar }))

const t = words('day-button', { reading: 'Reading …', clear: 'No day' })

interface DayButtonProps {
  label: string
  /** The name of the button. */
  name: string
  /** yyyy-MM-dd, or empty. */
  day: string
  /** Another day, or empty. */
  onChange: (day: string) => void
  canClear?: boolean
  children: ReactNode
  className?: string
}

/** A button that opens a calendar to choose a day from. */
export function DayButton({ label, name, day, onChange, canClear = false, children, className }: DayButtonProps) {
  return (
    <DialogTrigger>
      <Button className={className ?? 'plain'} aria-label={name}>
        {children}
      </Button>
      <Over>
        <Dialog aria-label={label} className="day-dialog">
          {({ close }) => (
            <Suspense fallback={<p className="quiet">{t.reading}</p>}>
              <DayCalendar
                label={label}
                day={day}
                onChoose={(next) => {
                  if (next !== day) onChange(next)
                  close()
                }}
              />
              {canClear && day !== '' && (
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    onChange('')
                    close()
                  }}
                >
                  {t.clear}
                </button>
              )}
            </Suspense>
          )}
        </Dialog>
      </Over>
    </DialogTrigger>
  )
}
