import { words } from '../../../language/words.ts'
import { AdminPage } from '../parts/admin-page.tsx'
import { Categories } from './categories.tsx'
import { JobRoles } from './job-roles.tsx'

const t = words('lists-page', {
  title: 'Job roles and time',
  lead: 'What people are in your work, and what their time is spent on.',
})

/** Two short lists that other pages choose from. */
export function ListsPage() {
  return (
    <AdminPage title={t.title} lead={t.lead}>
      <div className="admin-columns">
        <JobRoles />
        <Categories />
      </div>
    </AdminPage>
  )
}
