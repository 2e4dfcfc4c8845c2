import { copyScript } from '#design/copy.ts'
import { html } from '#design/html.ts'
import type { Page } from '#design/page.ts'

/** Credentials that are shown once, right after they were made. */
export interface ShownCredentials {
  title: string
  name: string
  clientId: string
  clientSecret: string
  mailedTo: string
  /** What became of the credentials before. */
  aside?: string
}

/** Shows a client id and its secret, which can't be shown again. */
export function credentialsPage({ title, name, clientId, clientSecret, mailedTo, aside }: ShownCredentials): Page {
  return {
    title: `Credentials of ${name}`,
    scripts: [copyScript],
    body: html`<div class="card"><h1>${title}</h1>
<dl class="secrets"><dt>Client ID</dt><dd><code data-copy="the client ID">${clientId}</code></dd>
${clientSecret !== '' && html`<dt>Client secret</dt><dd><code data-copy="the client secret">${clientSecret}</code></dd>`}</dl>
${
  clientSecret !== '' &&
  html`<p class="notice">Copy the secret now. It is shown once and not stored here; a mail with it went to ${mailedTo}.</p>`
}
${aside && html`<p>${aside}</p>`}
<div class="actions"><a class="button" href="/applications/${clientId}">Go on to the application</a></div></div>`,
  }
}
