import { copyScript } from '#design/copy.ts'
import { html } from '#design/html.ts'
import type { Page } from '#design/page.ts'

/** Credentials that are shown once, right after they were made. */
export interface ShownCredentials {
  name: string
  clientId: string
  clientSecret: string
  mailedTo: string
  /** The secret replaces another, which goes on working for a day. */
  isReplacement?: boolean
}

/** Shows a client id and its secret, which can't be shown again. */
export function credentialsPage({ name, clientId, clientSecret, mailedTo, isReplacement }: ShownCredentials): Page {
  return {
    title: `Credentials of ${name}`,
    scripts: [copyScript],
    body: html`<div class="card"><h1>${isReplacement ? `New secret of ${name}` : `${name} is registered`}</h1>
<dl class="secrets"><dt>Client ID</dt><dd><code data-copy="the client ID">${clientId}</code></dd>
${clientSecret !== '' && html`<dt>Client secret</dt><dd><code data-copy="the client secret">${clientSecret}</code></dd>`}</dl>
${
  clientSecret !== '' &&
  html`<p class="notice">Copy the secret now. It is shown once and not stored here; a mail with it went to ${mailedTo}.</p>`
}
${isReplacement && html`<p>The old secret works for another day, so that running programs can be changed.</p>`}
<div class="actions"><a class="button" href="/applications/${clientId}">Go on to the application</a></div></div>`,
  }
}
