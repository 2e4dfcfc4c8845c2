import { tag } from '#design/components.ts'
import { type Html, html } from '#design/html.ts'
import type { Application } from './applications.ts'
import { logoPath } from './logos.ts'

/** What people are shown of an application. */
export type Presented = Pick<
  Application,
  'clientId' | 'name' | 'description' | 'website' | 'support' | 'logoVersion' | 'accountName' | 'isTrusted'
>

/** Says to a person what an application is, who runs it, and whether anybody vouches for it. */
export function presentApplication(application: Presented): Html {
  const { description, website, support, accountName, isTrusted } = application
  return html`<div class="presented">${logoMark(application)}<div>
${description && html`<p>${description}</p>`}
<p class="quiet">Run by ${accountName}${website && html` · ${outside(website)}`}${support && html` · ${contact(support)}`}</p>
${!isTrusted && html`<p class="quiet">${tag('Unverified', 'warn')} Nobody on this server has vouched for it.</p>`}
</div></div>`
}

/** The logo of an application, or its first letter. It says nothing that its name beside it does not. */
export function logoMark({ name, ...application }: Pick<Presented, 'clientId' | 'name' | 'logoVersion'>): Html {
  const path = logoPath(application)
  if (path) return html`<img class="logo" src="${path}" alt="" width="56" height="56">`
  return html`<span class="logo" aria-hidden="true">${[...name][0]?.toUpperCase()}</span>`
}

function contact(support: string): Html {
  if (support.includes('@')) return html`<a href="mailto:${support}">${support}</a>`
  return outside(support, 'Support')
}

function outside(address: string, label = new URL(address).host): Html {
  return html`<a href="${address}" target="_blank" rel="noopener noreferrer nofollow">${label}</a>`
}
