import { queryAccessRoles, queryUserTypes } from '@taskwright/sdk'
import { useRead } from '../../../data/api.ts'
import { words } from '../../../language/words.ts'
import { Fault } from '../../../parts/fault.tsx'
import { AdminPage } from '../parts/admin-page.tsx'
import { PlanNote, useFeature } from '../parts/plan-note.tsx'
import { PermissionTable } from './permission-table.tsx'
import { accountPermissions, permissionText, workPermissions } from './permission-texts.ts'
import './roles.css'

const t = words('roles-page', {
  title: 'Roles',
  lead: 'Who may do what. A person may do what both allow: the role in a space, folder or project, and the type of user.',
  roles: 'Access roles',
  rolesSay:
    'Given where something is shared. Where several ways lead to the same folder, the one that allows most counts, and it holds for all below it.',
  types: 'Types of users',
  typesSay: 'What a person is in the whole account; it caps every role. It is changed on the page of the person.',
  fixed: 'These roles and types are the same in every account.',
  work: 'With work',
  account: 'With the account',
})

/** What each access role and each type of user permits, as the server has it. */
export function RolesPage() {
  const { has: hasRoles } = useFeature('accessRoles')
  const { has: hasTypes } = useFeature('userTypes')
  const roles = useRead(queryAccessRoles, { fields: ['permissions'] }, { enabled: hasRoles === true })
  const types = useRead(queryUserTypes, { fields: ['permissions'] }, { enabled: hasTypes === true })
  return (
    <AdminPage title={t.title} lead={t.lead}>
      <p className="quiet">{t.fixed}</p>
      <section>
        <h2>{t.roles}</h2>
        <p className="quiet">{t.rolesSay}</p>
        <PlanNote feature="accessRoles" />
        <Fault error={roles.error} onRetry={roles.refetch} />
        {roles.data && (
          <PermissionTable
            title={t.roles}
            columns={roles.data}
            parts={[[t.work, workPermissions]]}
            text={permissionText}
          />
        )}
      </section>
      <section>
        <h2>{t.types}</h2>
        <p className="quiet">{t.typesSay}</p>
        <PlanNote feature="userTypes" />
        <Fault error={types.error} onRetry={types.refetch} />
        {types.data && (
          <PermissionTable
            title={t.types}
            columns={types.data}
            parts={[
              [t.account, accountPermissions],
              [t.work, workPermissions],
            ]}
            text={permissionText}
          />
        )}
      </section>
    </AdminPage>
  )
}
