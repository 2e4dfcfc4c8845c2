import { queryTimelogCategories } from '@taskwright/sdk'
import { type FormEvent, useState } from 'react'
import { useRead } from '../../../../data/api.ts'
import { dayOf } from '../../../../data/days.ts'
import { nameOf, usePeople } from '../../../../data/people.ts'
import { durationText, parseDuration } from '../../../../language/durations.ts'
import { words } from '../../../../language/words.ts'
import { DayField } from '../../../../parts/day-field/day-field.tsx'
import { Fault } from '../../../../parts/fault.tsx'
import { Picker } from '../../../../parts/picker.tsx'
import { peopleItems } from '../people-items.tsx'
import { useClosed } from './use-closed.ts'
import { useMe } from './use-me.ts'

const t = words('log-form', {
  time: 'Time',
  hint: '1h 30m, 1:30, 1.5',
  wrong: 'This is no time. Write it like “1h 30m”, “1:30” or “1.5”; a day has 24 hours.',
  day: 'Day',
  category: 'Category',
  inCategory: ({ name }: { name: string }) => `Category: ${name}`,
  none: 'No category',
  comment: 'What was done',
  whose: ({ name }: { name: string }) => `Time of ${name}`,
  whoseTime: 'Whose time',
  cancel: 'Cancel',
})

/** Time as the form gives it. */
export interface LoggedTime {
  hours: number
  trackedDate: string
  comment: string
  categoryId?: string | undefined
  personId?: string | undefined
}

interface LogFormProps {
  name: string
  act: string
  /** What it begins with; without it, nothing on this day. */
  known?: Omit<LoggedTime, 'personId'>
  mayBeOthers?: boolean
  error: Error | null
  /** Rejects if the server does not take it: then what was written stays. */
  onSend: (time: LoggedTime) => Promise<void>
  onCancel?: () => void
}

/** Time, day, category and comment of a record. A day that is closed says why before anything is sent. */
export function LogForm({ name, act, known, mayBeOthers = false, error, onSend, onCancel }: LogFormProps) {
  const begun = known ? durationText(known.hours * 60) : ''
  const [typed, setTyped] = useState(begun)
  const [isWrong, setWrong] = useState(false)
  const [day, setDay] = useState(known?.trackedDate ?? dayOf(new Date()))
  const [categoryId, setCategory] = useState(known?.categoryId)
  const [comment, setComment] = useState(known?.comment ?? '')
  const [personId, setPerson] = useState<string>()
  const people = usePeople()
  const me = useMe()
  const closed = useClosed(day)
  const categories = (useRead(queryTimelogCategories, {}).data ?? []).filter(
    ({ id, hidden }) => !hidden || id === categoryId,
  )
  const category = categories.find(({ id }) => id === categoryId)
  const person = people.get(personId ?? me?.id ?? '')
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const minutes = parseDuration(typed)
    if (!minutes || minutes < 0 || minutes > 24 * 60) return setWrong(true)
    if (closed) return
    setWrong(false)
    try {
      await onSend({
        hours: minutes / 60,
        trackedDate: day,
        comment: comment.trim(),
        categoryId,
        ...(personId !== me?.id && { personId }),
      })
      if (known) return
      setTyped('')
      setComment('')
    } catch {
      // The reason stands below; what was written stays.
    }
  }
  return (
    <form className="log-form" aria-label={name} onSubmit={(event) => void send(event)}>
      <input
        aria-label={t.time}
        className="log-time"
        placeholder={t.hint}
        autoComplete="off"
        aria-invalid={isWrong || undefined}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <DayField label={t.day} day={day} onChange={setDay} canClear={false} />
      {categories.length > 0 && (
        <Picker
          label={t.category}
          name={t.inCategory({ name: category?.name ?? t.none })}
          items={[{ id: '', title: t.none }, ...categories.map(({ id, name: title }) => ({ id, title }))]}
          chosen={[categoryId ?? '']}
          onChoose={([id]) => setCategory(id || undefined)}
        >
          {category?.name ?? t.none}
        </Picker>
      )}
      {mayBeOthers && me?.isAdmin && person && (
        <Picker
          label={t.whoseTime}
          name={t.whose({ name: nameOf(person) })}
          items={peopleItems(people, []).filter(({ id }) => people.get(id)?.type === 'Person')}
          chosen={[person.id]}
          onChoose={([id]) => setPerson(id)}
        >
          {nameOf(person)}
        </Picker>
      )}
      <input
        aria-label={t.comment}
        className="log-comment"
        placeholder={t.comment}
        value={comment}
        onChange={({ target }) => setComment(target.value)}
      />
      <button type="submit" className={known ? 'small' : 'secondary small'} disabled={typed.trim() === '' || !!closed}>
        {act}
      </button>
      {onCancel && (
        <button type="button" className="secondary small" onClick={onCancel}>
          {t.cancel}
        </button>
      )}
      {isWrong && (
        <p className="fault" role="alert">
          {t.wrong}
        </p>
      )}
      {closed && (
        <p className="log-closed" role="status">
          {closed}
        </p>
      )}
      <Fault error={error} />
    </form>
  )
}
