import { deleteInvitation, getAccountPlan, type Invitation, queryInvitations, updateInvitation } from '@taskwright/sdk'
import { useState } from 'react'
import { useChange, useRead } from '../../../data/api.ts'
import { agoText } from '../../../data/days.ts'
import { tell } from '../../../data/notices.ts'
import { nameOf, usePeople } from '../../../data/people.ts'
import { words } from '../../../language/words.ts'
import { Confirm } from '../../../parts/dialog.tsx'
import { Empty } from '../../../parts/empty.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { ActionMenu } from '../../../parts/menu.tsx'
import { AdminPage } from '../parts/admin-page.tsx'
import { givenTypes, type UserType, userTypeText, useUserTypeIds } from '../parts/user-types.ts'
import { whenDone } from '../parts/when-done.ts'
import { InviteDialog } from './invite-dialog.tsx'

const t = words('invitations-page', {
  title: 'Invitations',
  lead: 'Who was asked to join and has not answered yet. Tasks can be given to them already.',
  invite: 'Invite people',
  pending: 'Waiting for an answer',
  answered: 'Answered or cancelled',
  none: 'Nobody is waiting for an answer.',
  noneSays: 'An invitation goes out by mail with a link to sign in. It is good for one account and one person.',
  by: ({ who, ago }: { who: string; ago: string }) => `by ${who}, ${ago}`,
  type: ({ email }: { email: string }) => `Type of ${email}`,
  actions: ({ email }: { email: string }) => `${email}: what to do`,
  resend: 'Send the mail again',
  cancel: 'Cancel the invitation …',
  resent: ({ email }: { email: string }) => `The mail to ${email} went out again; older links no longer work.`,
  cancelled: ({ email }: { email: string }) => `The invitation of ${email} is cancelled.`,
  confirm: ({ email }: { email: string }) => `Cancel the invitation of ${email}?`,
  confirmSays:
    'The link in the mail stops working, and what was shared with or given to this person meanwhile is taken back.',
  confirmAct: 'Cancel the invitation',
  Accepted: 'accepted',
  Declined: 'declined',
  Cancelled: 'cancelled',
  Pending: 'waiting',
  somebody: 'somebody',
})

/** Invitations that wait, to send again, change or cancel; and below what became of older ones. */
export function InvitationsPage() {
  const { data, error, refetch } = useRead(queryInvitations, {})
  const [isInviting, setInviting] = useState(false)
  const pending = (data ?? []).filter(({ status }) => status === 'Pending')
  const answered = (data ?? []).filter(({ status }) => status !== 'Pending')
  const people = usePeople()
  const by = ({ inviterUserId, invitationDate }: Invitation) =>
    t.by({
      who: nameOf(people.get(inviterUserId) ?? { firstName: t.somebody, lastName: '' }),
      ago: agoText(invitationDate),
    })
  return (
    <AdminPage
      title={t.title}
      lead={t.lead}
      actions={
        <button type="button" onClick={() => setInviting(true)}>
          {t.invite}
        </button>
      }
    >
      <Fault error={error} onRetry={refetch} />
      {data && pending.length === 0 && (
        <Empty icon="inbox" title={t.none}>
          <p>{t.noneSays}</p>
        </Empty>
      )}
      {pending.length > 0 && (
        <section aria-label={t.pending}>
          <ul className="admin-rows">
            {pending.map((invitation) => (
              <Pending key={invitation.id} invitation={invitation} by={by(invitation)} />
            ))}
          </ul>
        </section>
      )}
      {answered.length > 0 && (
        <details>
          <summary>{t.answered}</summary>
          <ul className="admin-rows">
            {answered.map((invitation) => (
              <li key={invitation.id}>
                <span className="row-main">
                  <span>{invitation.email}</span>
                  <span className="quiet">{by(invitation)}</span>
                </span>
                <span className="tag">{t[invitation.status]}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
    </AdminPage>
  )
}

function Pending({ invitation, by }: { invitation: Invitation; by: string }) {
  const { id: invitationId, email, userTypeId } = invitation
  const [isAsking, setAsking] = useState(false)
  const typeIds = useUserTypeIds()
  const touched = [queryInvitations, getAccountPlan]
  const update = useChange(updateInvitation, touched)
  const cancel = useChange(deleteInvitation, touched)
  const name = nameOf({ firstName: invitation.firstName ?? '', lastName: invitation.lastName ?? '' })
  return (
    <li>
      <span className="row-main">
        <span>{name ? `${name} · ${email}` : email}</span>
        <span className="quiet">{by}</span>
      </span>
      {typeIds && (
        <select
          aria-label={t.type({ email })}
          value={update.isPending && update.variables.userTypeId ? update.variables.userTypeId : userTypeId}
          onChange={({ target }) => whenDone(update.mutateAsync({ invitationId, userTypeId: target.value }))}
        >
          {givenTypes.map(([type]) => (
            <option key={type} value={typeIds[type satisfies UserType]}>
              {userTypeText(type)}
            </option>
          ))}
        </select>
      )}
      <ActionMenu
        label={t.actions({ email })}
        groups={[
          {
            choices: [
              {
                label: t.resend,
                run: () =>
                  whenDone(update.mutateAsync({ invitationId, resend: true }), () => tell(t.resent({ email }))),
              },
              { label: t.cancel, isHarm: true, run: () => setAsking(true) },
            ],
          },
        ]}
      />
      {isAsking && (
        <Confirm
          title={t.confirm({ email })}
          act={t.confirmAct}
          onAct={() => whenDone(cancel.mutateAsync({ invitationId }), () => tell(t.cancelled({ email })))}
          onClose={() => setAsking(false)}
        >
          <p>{t.confirmSays}</p>
        </Confirm>
      )}
    </li>
  )
}
