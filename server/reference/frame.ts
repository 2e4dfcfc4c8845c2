import { breadcrumbs } from '#design/components.ts'
import { type Html, html } from '#design/html.ts'
import type { Page } from '#design/page.ts'
import { addresses } from './addresses.ts'
import type { Api } from './apis.ts'
import { searchField } from './search/field.ts'
import { searchScript } from './search/script.ts'
import { type Place, sidebar } from './sidebar.ts'

/** A page of the reference: where it is and what it says. */
export interface ReferencePage {
  title: string
  /** One sentence: for search engines, and for machines that read the list of pages. */
  description: string
  /** Pages above this one, without the start page. */
  trail?: readonly { label: string; href: string }[]
  /** What the sidebar shows as open. */
  place?: Place
  body: Html
  /** What the search field holds. */
  query?: string
  scripts?: Page['scripts']
}

/** Puts a page of the reference together: breadcrumbs, search, sidebar, content. */
export function referenceFrame({
  title,
  description,
  trail,
  place,
  query = '',
  body,
  scripts = [],
}: ReferencePage): Page {
  return {
    title:
      trail && trail.length > 0
        ? `${title} · ${trail
            .map((above) => above.label)
            .reverse()
            .join(' · ')}`
        : title,
    description,
    width: 'broad',
    scripts: [searchScript, ...scripts],
    body: html`<div class="reference">
<div class="reference-top">${trail && breadcrumbs([{ label: 'Developers', href: addresses.start }, ...trail])}
<div class="reference-tools"><button type="button" class="secondary small contents-button" popovertarget="contents">Contents</button>
${searchField(query)}</div></div>
${sidebar(place ?? {})}
<article class="reference-body">${body}</article>
</div>`,
  }
}

/** What an API is called in titles. */
export const titleOf = (api: Api): string => `API ${api.version}`
