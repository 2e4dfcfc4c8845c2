import { type Html, html } from '#design/html.ts'
import { addresses } from '../addresses.ts'
import { rankingScript } from './script.ts'

/** The search: a form that works by itself, and tells hits as one types where scripts run. */
export const searchField = (query: string): Html =>
  html`<search class="finder"><form method="get" action="${addresses.search}"><label for="search" class="unseen">Search the reference</label>
<input id="search" name="q" type="search" value="${query}" maxlength="200" placeholder="Search, or press /" autocomplete="off" spellcheck="false"
data-index="${addresses.searchIndex}" data-ranking="${rankingScript.path}"></form></search>`
