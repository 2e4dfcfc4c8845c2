import {
  createWorkScheduleException,
  queryWorkScheduleExceptions,
  type WorkSchedule,
  type WorkScheduleException,
} from '@taskwright/sdk'
import { type FormEvent, useState } from 'react'
import { useChange } from '../../../data/api.ts'
import { words } from '../../../language/words.ts'
import { DayField } from '../../../parts/day-field/day-field.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { Fault } from '../../../parts/fault.tsx'

const t = words('exception-dialog', {
  title: 'Days that are not as usual',
  from: 'First day',
  to: 'Last day',
  kind: 'What they are',
  PublicHolidays: 'Public holiday',
  AdditionalWorkDays: 'Additional work day',
  OtherEvent: 'Other days off',
  says: 'Tasks that lie over these days keep their length and get another due date.',
  order: 'The last day comes before the first.',
  add: 'Add these days',
})

type Kind = WorkScheduleException['exclusionType']
const kinds: readonly Kind[] = ['PublicHolidays', 'OtherEvent', 'AdditionalWorkDays']

export const exceptionText = (kind: Kind): string => t[kind]

interface ExceptionDialogProps {
  schedule: WorkSchedule
  day: string
  onClose: () => void
}

/** A form for days of a schedule that are free, or worked, other than its week says. */
export function ExceptionDialog({ schedule, day, onClose }: ExceptionDialogProps) {
  const [fromDate, setFrom] = useState(day)
  const [toDate, setTo] = useState(day)
  const [exclusionType, setKind] = useState<Kind>('PublicHolidays')
  const create = useChange(createWorkScheduleException, [queryWorkScheduleExceptions])
  const isWrong = toDate < fromDate
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isWrong)
      create.mutate({ workscheduleId: schedule.id, fromDate, toDate, exclusionType }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t.title} onClose={onClose}>
      <form className="admin-form" onSubmit={submit}>
        <div className="pair">
          <div className="field">
            <span className="label">{t.from}</span>
            <DayField
              label={t.from}
              day={fromDate}
              canClear={false}
              onChange={(next) => {
                setFrom(next)
                if (toDate < next) setTo(next)
              }}
            />
          </div>
          <div className="field">
            <span className="label">{t.to}</span>
            <DayField label={t.to} day={toDate} canClear={false} onChange={setTo} />
          </div>
        </div>
        {isWrong && (
          <p className="fault" role="alert">
            {t.order}
          </p>
        )}
        <fieldset>
          <legend>{t.kind}</legend>
          {kinds.map((each) => (
            <label key={each} className="choice">
              <input type="radio" name="kind" checked={exclusionType === each} onChange={() => setKind(each)} />
              {t[each]}
            </label>
          ))}
        </fieldset>
        <p className="quiet">{t.says}</p>
        <Fault error={create.error} />
        <div className="actions">
          <button type="submit" disabled={create.isPending || isWrong}>
            {t.add}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
