import { type Faults, faultSummary, field, formTokenField } from '#design/fields.ts'
import { html } from '#design/html.ts'
import type { Page } from '#design/page.ts'
import type { Browser } from './browser.ts'
import { deadLink } from './fault-page.ts'
import { acceptInvitation, findInvitation, type Newcomer } from './invitations.ts'
import { passwordFault, passwordHint } from './new-password.ts'
import { hashPassword } from './passwords.ts'
import { beginSession } from './sign-in.ts'
import type { Visit } from './visit.ts'

type Invitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>>

/** Where an invited person says yes, and chooses a password if they have none. */
export function invitationPage(pages: Browser): void {
  pages.read('/invitation/:token', async (visit) => {
    const invitation = await findInvitation(visit.database, visit.params.token ?? '')
    return invitation ? acceptForm(visit, invitation, {}) : deadLink()
  })

  pages.send('/invitation/:token', async (visit) => {
    const token = visit.params.token ?? ''
    const invitation = await findInvitation(visit.database, token)
    if (!invitation) return deadLink()
    const faults = invitation.hasPassword ? {} : faultsOf(visit, invitation)
    if (Object.keys(faults).length > 0) return acceptForm(visit, invitation, faults)
    const newcomer = invitation.hasPassword ? undefined : await newcomerOf(visit)
    if (!(await acceptInvitation(visit.database, token, newcomer))) return deadLink()
    // A link in a mail is enough to choose the first password, but not to get past one that is there.
    if (newcomer) await beginSession(visit, invitation.person_id)
    return { redirect: newcomer || visit.person ? '/profile' : '/sign-in?next=/profile' }
  })
}

function faultsOf({ form }: Visit, { email }: Invitation): Faults {
  const faults: Faults = {}
  if (!form.first_name?.trim()) faults.first_name = 'Say your first name'
  const weak = passwordFault(form.password ?? '', { email })
  if (weak) faults.password = weak
  return faults
}

async function newcomerOf({ form }: Visit): Promise<Newcomer> {
  return {
    firstName: (form.first_name ?? '').trim(),
    lastName: (form.last_name ?? '').trim(),
    passwordHash: await hashPassword(form.password ?? ''),
  }
}

function acceptForm({ formToken, form, path }: Visit, invitation: Invitation, faults: Faults): Page {
  const inviter = `${invitation.inviter_first_name} ${invitation.inviter_last_name}`.trim() || invitation.inviter_email
  const first = form.first_name ?? invitation.first_name ?? ''
  const last = form.last_name ?? invitation.last_name ?? ''
  return {
    title: `Join ${invitation.account_name}`,
    status: Object.keys(faults).length > 0 ? 400 : 200,
    body: html`<div class="card"><h1>Join ${invitation.account_name}</h1>
<p>${inviter} invites <strong>${invitation.email}</strong> to work together.</p>
${faultSummary(faults)}
<form method="post" action="${path}">${formTokenField(formToken)}
${
  !invitation.hasPassword &&
  html`<div class="pair">
${field({ name: 'first_name', label: 'First name', value: first, autocomplete: 'given-name' }, faults)}
${field({ name: 'last_name', label: 'Last name', value: last, autocomplete: 'family-name', optional: true }, faults)}
</div>
${field({ name: 'password', label: 'Password', type: 'password', hint: passwordHint, autocomplete: 'new-password' }, faults)}`
}
<div class="actions"><button>Accept the invitation</button></div></form></div>`,
  }
}
