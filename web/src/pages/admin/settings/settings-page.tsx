import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Account, getAccount, type ModifyAccountInput, modifyAccount } from '@taskwright/sdk'
import { useId } from 'react'
import { useChange, useRead } from '../../../data/api.ts'
import { momentText } from '../../../data/days.ts'
import { tell } from '../../../data/notices.ts'
import { patchRows } from '../../../data/patch.ts'
import { words } from '../../../language/words.ts'
import { Fault } from '../../../parts/fault.tsx'
import { AdminPage } from '../parts/admin-page.tsx'
import { EditableText } from '../parts/editable-text.tsx'
import { whenDone } from '../parts/when-done.ts'
import { weekText } from '../schedules/week.ts'

const t = words('settings-page', {
  title: 'Account',
  lead: 'What holds for everybody in the account.',
  reading: 'Reading …',
  name: 'Name',
  dateFormat: 'Dates are written',
  dayFirst: 'Day first: 31/12/2026',
  monthFirst: 'Month first: 12/31/2026',
  firstDay: 'The week begins on',
  Mon: 'Monday',
  Sat: 'Saturday',
  Sun: 'Sunday',
  says: 'Programs and exports follow these two; what you see here is written as your browser says.',
  workDays: 'Work days',
  change: 'Change them in the default work schedule',
  created: 'There since',
  id: 'Id for programs',
  saved: 'The account is changed.',
  undo: 'Undo',
})

const firstDays = ['Mon', 'Sun', 'Sat'] as const

/** The settings of the account; each is kept as it is changed, and can be taken back. */
export function SettingsPage() {
  const { data, error, refetch } = useRead(getAccount, {})
  return (
    <AdminPage title={t.title} lead={t.lead}>
      <Fault error={error} onRetry={refetch} />
      {!data && !error && <p className="quiet">{t.reading}</p>}
      {data?.[0] && <Settings account={data[0]} />}
    </AdminPage>
  )
}

function Settings({ account }: { account: Account }) {
  const memory = useQueryClient()
  const change = useChange(modifyAccount, [getAccount], {
    show: ({ metadata: _metadata, ...members }) =>
      patchRows<Account>(memory, [account.id], (row) => ({ ...row, ...members }) as Account),
  })
  const [formatId, dayId] = [useId(), useId()]
  const set = (members: ModifyAccountInput, before: ModifyAccountInput) =>
    whenDone(change.mutateAsync(members), () =>
      tell(t.saved, { action: { label: t.undo, run: () => whenDone(change.mutateAsync(before)) } }),
    )
  const { name, dateFormat, firstDayOfWeek } = account
  return (
    <section className="card settings-card">
      <div className="field">
        <span className="label">{t.name}</span>
        <EditableText label={t.name} value={name} maxLength={200} onChange={(next) => set({ name: next }, { name })} />
      </div>
      <div className="field">
        <label htmlFor={formatId}>{t.dateFormat}</label>
        <select
          id={formatId}
          value={dateFormat}
          onChange={({ target }) => set({ dateFormat: target.value as Account['dateFormat'] }, { dateFormat })}
        >
          <option value="dd/MM/yyyy">{t.dayFirst}</option>
          <option value="MM/dd/yyyy">{t.monthFirst}</option>
        </select>
      </div>
      <div className="field">
        <label htmlFor={dayId}>{t.firstDay}</label>
        <select
          id={dayId}
          value={firstDayOfWeek}
          onChange={({ target }) =>
            set({ firstDayOfWeek: target.value as Account['firstDayOfWeek'] }, { firstDayOfWeek })
          }
        >
          {firstDays.map((day) => (
            <option key={day} value={day}>
              {t[day]}
            </option>
          ))}
        </select>
        <p className="hint">{t.says}</p>
      </div>
      <dl className="facts">
        <div>
          <dt>{t.workDays}</dt>
          <dd>
            {weekText(account.workDays)} – <Link to="/admin/schedules">{t.change}</Link>
          </dd>
        </div>
        <div>
          <dt>{t.created}</dt>
          <dd>{momentText(account.createdDate)}</dd>
        </div>
        <div>
          <dt>{t.id}</dt>
          <dd>
            <code>{account.id}</code>
          </dd>
        </div>
      </dl>
    </section>
  )
}
