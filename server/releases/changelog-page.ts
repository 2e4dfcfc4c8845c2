import { type Html, html } from '#design/html.ts'
import { addresses } from '#reference/addresses.ts'
import type { ReferencePage } from '#reference/frame.ts'
import { changelog, deprecatedNow, type Entry } from './changelog.ts'
import type { Difference } from './difference.ts'

/** What changed in the API, release by release, and what should not be used any more. */
export function changelogPage(): ReferencePage {
  return {
    title: 'Changes of the API',
    description: 'What every release added, changed, deprecated and removed, and what is deprecated now.',
    trail: [],
    place: { address: addresses.changelog },
    body: html`<h1>Changes of the API</h1>
<p class="lead">Additions come at any time, so a program ignores what it does not know. What you use is not taken away before
you had at least 14 days’ notice by mail.</p>
<p><a href="/developers/changelog.atom">Follow this page as an Atom feed</a></p>
<section aria-labelledby="deprecated"><h2 id="deprecated">Deprecated now</h2>
<p>It works, but it should not be used any more. Answers to requests that use it have the header <code>Deprecation</code>, and
<code>Sunset</code> where there is an end.</p>
<dl class="members">${deprecatedNow().map(
      ({ anchor, what, deprecation: { since, until, why, instead } }) => html`<div class="member" id="${anchor}">
<dt><a class="name" href="#${anchor}">${upperFirst(what)}</a> <span class="presence">${until ? html`works until ${until}` : 'no end planned'}</span></dt>
<dd><p>${why && `${why}. `}Instead: ${instead}.</p><p class="limits">Deprecated since ${since}</p></dd></div>`,
    )}</dl></section>
${changelog().map(release)}`,
  }
}

function release(entry: Entry): Html {
  const { anchor, version, date, deprecated, isFirst } = entry
  const of = (change: Difference['change']) => entry.differences.filter((one) => one.change === change)
  return html`<section aria-labelledby="${anchor}"><h2 id="${anchor}"><a href="#${anchor}">${version ?? 'Not released yet'}</a></h2>
<p class="quiet">${date ?? 'Served here already; it may still change.'}</p>
${isFirst && html`<p>The first contract on record.</p>`}
${list('Added', of('added'))}${list('Changed', of('changed'))}
${
  !isFirst &&
  list(
    'Deprecated',
    deprecated.map(({ what, deprecation: { instead } }) => ({ says: `${upperFirst(what)}. Instead: ${instead}` })),
  )
}
${list('Removed', of('removed'))}</section>`
}

const list = (title: string, all: readonly { says: string }[]): Html | false =>
  all.length > 0 && html`<h3>${title}</h3><ul>${all.map(({ says }) => html`<li>${says}</li>`)}</ul>`

/** The first letter as a sentence begins. */
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
