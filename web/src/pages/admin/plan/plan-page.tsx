import { Link } from '@tanstack/react-router'
import { type AccountPlan, getAccountPlan } from '@taskwright/sdk'
import { useRead } from '../../../data/api.ts'
import { locale, numberText } from '../../../language/language.ts'
import { words } from '../../../language/words.ts'
import { Fault } from '../../../parts/fault.tsx'
import { Icon } from '../../../parts/icon.tsx'
import { AdminPage } from '../parts/admin-page.tsx'
import { userTypes, userTypeText } from '../parts/user-types.ts'
import './plan.css'

const t = words('plan-page', {
  title: 'Plan',
  lead: 'What the account has, and what it uses of it.',
  reading: 'Reading …',
  plan: ({ plan }: { plan: string }) => `The plan is ${plan}.`,
  who: 'Whoever runs this server changes the plan; the owner and the admins of the account see it here.',
  suspended: 'The account is suspended: nobody can work in it.',
  seats: 'People',
  type: 'Type',
  active: 'Working',
  invited: 'Invited',
  inactive: 'Off',
  unlimited: 'The plan does not limit how many people there are.',
  see: 'See the people',
  storage: 'Files',
  files: 'Files kept',
  bytes: 'Room they take',
  largest: 'Largest file',
  noRoom: 'The plan does not limit how much room files take.',
  requests: 'Requests of a program, a minute',
  noLimit: 'no limit',
  features: 'What it includes',
  from: ({ plan }: { plan: string }) => `comes with ${plan}`,
  yes: 'Included',
  no: 'Not included',
})

/** The plan of the account: people, files, features. It is changed by whoever runs the server. */
export function PlanPage() {
  const { data, error, refetch } = useRead(getAccountPlan, {})
  const plan = data?.[0]
  return (
    <AdminPage title={t.title} lead={t.lead}>
      <Fault error={error} onRetry={refetch} />
      {!plan && !error && <p className="quiet">{t.reading}</p>}
      {plan && (
        <>
          <p className="notice">
            <strong>{t.plan({ plan: plan.plan })}</strong> {t.who}
          </p>
          {plan.suspended && <p className="notice error">{t.suspended}</p>}
          <div className="admin-columns">
            <Seats plan={plan} />
            <Files plan={plan} />
          </div>
          <Features plan={plan} />
        </>
      )}
    </AdminPage>
  )
}

function Seats({ plan }: { plan: AccountPlan }) {
  return (
    <section className="card">
      <h2>{t.seats}</h2>
      <table aria-label={t.seats}>
        <thead>
          <tr>
            <th scope="col">{t.type}</th>
            {(['active', 'invited', 'inactive'] as const).map((name) => (
              <th key={name} scope="col" className="numeric">
                {t[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.seats.map((seat, at) => (
            <tr key={seat.userTypeId}>
              <th scope="row">{userTypeText(userTypes[at] ?? 'regular')}</th>
              <td className="numeric">{numberText(seat.active)}</td>
              <td className="numeric">{numberText(seat.invited)}</td>
              <td className="numeric">{numberText(seat.inactive)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">
        {t.unlimited} <Link to="/admin/people">{t.see}</Link>
      </p>
    </section>
  )
}

function Files({ plan }: { plan: AccountPlan }) {
  const facts = [
    [t.files, numberText(plan.files)],
    [t.bytes, bytesText(plan.fileBytes)],
    [t.largest, bytesText(plan.largestFileBytes)],
    [t.requests, plan.requestsPerMinute === 0 ? t.noLimit : numberText(plan.requestsPerMinute)],
  ]
  return (
    <section className="card">
      <h2>{t.storage}</h2>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{t.noRoom}</p>
    </section>
  )
}

function Features({ plan }: { plan: AccountPlan }) {
  const sorted = plan.features.toSorted((one, other) => Number(other.included) - Number(one.included))
  return (
    <section className="card plan-features">
      <h2>{t.features}</h2>
      <ul className="features">
        {sorted.map(({ name, title, included, fromPlan }) => (
          <li key={name}>
            <Icon name={included ? 'check' : 'lock'} />
            <span>
              <span className="unseen">{included ? t.yes : t.no}: </span>
              {title}
            </span>
            {!included && <span className="quiet">{t.from({ plan: fromPlan })}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** Bytes in the largest unit of which there is one at least, as the person writes numbers. */
function bytesText(bytes: number): string {
  const at = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)))
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[at] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(bytes / 1024 ** at)
}
