import { type Html, html } from '#design/html.ts'
import { moment } from '#design/moment.ts'
import type { ListedAct } from './acts.ts'
import type { Act } from './tables.ts'

const words: Record<Act, string> = {
  suspended: 'Suspended',
  resumed: 'Resumed',
  limited: 'Limit changed',
  reissued: 'New secret sent',
  'handed over': 'Handed over',
  deleted: 'Deleted',
  'sessions ended': 'Signed out everywhere',
  'confirmation sent': 'Confirmation sent again',
  'reset sent': 'Link for a new password sent',
}

/** Acts as rows: what, why, who and when; `subject` says what it was about, where that isn't clear. */
export function actList(acts: readonly ListedAct[], subject?: (act: ListedAct) => Html | string): Html {
  return html`<ul class="rows">${acts.map(
    (act) => html`<li><div><p class="row-title">${words[act.act]}${subject && html`: ${subject(act)}`}${Object.entries(
      act.details,
    ).map(([name, value]) => html` · ${name} ${value}`)}</p>
<p>${act.why}</p>
<p class="quiet">${act.by_email ?? 'The command line of the server'} · ${moment(act.acted_at)}</p></div></li>`,
  )}</ul>`
}
