import { type CalendarDate, parseDate } from '@internationalized/date'
import { Button, Calendar, CalendarCell, CalendarGrid, Heading, I18nProvider } from 'react-aria-components'
import { locale } from '../../language/language.ts'
import { Icon } from '../icon.tsx'
import './calendar.css'

interface DayCalendarProps {
  label: string
  /** yyyy-MM-dd, or empty. */
  day: string
  onChoose: (day: string) => void
}

/** A month to choose a day from: arrow keys go by days and weeks, Page Up and Page Down by months. */
export function DayCalendar({ label, day, onChoose }: DayCalendarProps) {
  return (
    <I18nProvider locale={locale}>
      <Calendar<CalendarDate>
        className="calendar"
        aria-label={label}
        autoFocus
        defaultValue={day ? parseDate(day) : null}
        onChange={(date) => onChoose(date.toString())}
      >
        <header>
          <Button slot="previous" className="plain">
            <Icon name="back" />
          </Button>
          <Heading />
          <Button slot="next" className="plain">
            <Icon name="forward" />
          </Button>
        </header>
        <CalendarGrid>{(date) => <CalendarCell date={date} />}</CalendarGrid>
      </Calendar>
    </I18nProvider>
  )
}
