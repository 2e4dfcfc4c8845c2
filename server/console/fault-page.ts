import { html } from '#design/html.ts'
import { type Page, renderPage } from '#design/page.ts'

/** A page that says what went wrong and what to do. */
export function fault(title: string, text: string, status = 400): Page {
  return { title, status, body: html`<div class="card"><h1>${title}</h1><p>${text}</p></div>` }
}

/** A link of a mail that no longer does anything. */
export function deadLink(): Page {
  return fault('This link does nothing any more', 'It was used already, or it is too old. Ask for a new one.', 404)
}

/** The page of an authorization request that can't be answered to the application. */
export function faultPage(description: string): string {
  return renderPage(
    {
      title: 'This link does not work',
      body: html`<div class="card"><h1>This link does not work</h1>
<p class="notice error">${description}</p>
<p>The application that sent you here made a mistake. Nothing was shared with it. If the link is your own, compare its
client id and redirect URI with those in <a href="/applications">Applications</a>.</p></div>`,
    },
    undefined,
  )
}
