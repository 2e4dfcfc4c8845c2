import { allScopes, permanentTokenScopes, type Scope, scopes } from '#contract/scopes.ts'
import { type Html, html } from '#design/html.ts'
import { addresses } from '../addresses.ts'
import { v4 } from '../apis.ts'
import type { ReferencePage } from '../frame.ts'

/** All scopes, with the operations that need them. */
export function scopesPage(): ReferencePage {
  return {
    title: 'Scopes',
    description: 'What each scope of an access token opens.',
    trail: [],
    place: { address: addresses.scopes },
    body: html`<h1>Scopes</h1><p class="lead">What a token may be used for. A person sees these sentences when they allow a program.</p>
<p>A program asks for scopes in <code>scope</code> of the authorization request, separated by commas or blanks; an operation needs one of those
that its page names. A scope never gives more than the person has: what they can’t see, their tokens can’t see.</p>
<dl class="terms">${allScopes.map(line)}</dl>`,
  }
}

function line(scope: Scope): Html {
  const only = [...v4.operations.values()].filter(({ scopes: needed }) => needed.includes(scope))
  const few = only.length <= 12
  return html`<div id="${scope}"><dt><a href="#${scope}"><code>${scope}</code></a></dt><dd><p>${scopes[scope]}.</p>
${!permanentTokenScopes.includes(scope) && html`<p>A permanent token can’t have it.</p>`}
<p class="limits">${few ? only.map((one, at) => html`${at > 0 && ', '}<a href="${addresses.operation(v4, one)}">${one.id}</a>`) : html`${only.length} operations`}</p></dd></div>`
}
