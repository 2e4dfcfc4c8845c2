import { type Asset, browserScript, styleSheet } from './assets.ts'
import { type Html, html } from './html.ts'

/** What a request for people is answered with. */
export interface Page {
  title: string
  body: Html
  status?: number
  /** One sentence for search engines and for those who share the address. */
  description?: string
  /** 'narrow' for one form in the middle, 'wide' for lists, 'broad' for pages with a sidebar. */
  width?: 'narrow' | 'wide' | 'broad'
  headers?: Record<string, string>
  scripts?: readonly Asset[]
}

/** The way to another page. */
export interface Redirect {
  redirect: string
}

/** Who looks at the page, for the bar above it. */
export interface Viewer {
  name: string
  email: string
  /** Has the way to the pages of the whole server. */
  runsServer: boolean
  formToken: string
}

/** Only who is signed in signs out. */
const signOutScript = browserScript(new URL('./sign-out.browser.js', import.meta.url))

/** Writes a whole page: the bar, the content, the foot. */
export function renderPage(page: Page, viewer: Viewer | undefined): string {
  const { title, description, body, width = 'narrow', scripts = [] } = page
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Taskwright</title>
${description && html`<meta name="description" content="${description}">`}
<link rel="stylesheet" href="${styleSheet.path}">
<link rel="icon" href="data:,">
<link rel="alternate" type="application/atom+xml" title="Changes of the API" href="/developers/changelog.atom">
${[...scripts, ...(viewer ? [signOutScript] : [])].map((script) => html`<script type="module" src="${script.path}"></script>`)}
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="bar">
<a class="brand" href="/">${mark}<span>Taskwright</span></a>
${viewer ? viewerBar(viewer) : visitorBar}
</header>
<main id="content" class="${width}">
${body}
</main>
<footer class="foot"><p>Taskwright, on a server of your own · <a href="/developers/changelog">Changes of the API</a></p></footer>
</body>
</html>`.text
}

const mark = html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><rect width="24" height="24" rx="7"/><path d="M6.5 8.2h11M12 8.2v9" /><path class="tick" d="m14.6 14.4 1.8 1.9 3.1-3.9"/></svg>`

const visitorBar = html`<nav aria-label="Account"><a href="/developers">Developers</a><a href="/sign-in">Sign in</a></nav>`

function viewerBar({ name, email, runsServer, formToken }: Viewer): Html {
  return html`<nav aria-label="Account">
<a href="/work/">Work</a>
<a href="/developers">Developers</a>
<a href="/applications">Applications</a>
<a href="/integrations">Integrations</a>
${runsServer && html`<a href="/server">Server</a>`}
<a href="/profile" title="${email}">${name || email}</a>
<form method="post" action="/sign-out"><input type="hidden" name="form_token" value="${formToken}"><button class="link">Sign out</button></form>
</nav>`
}
