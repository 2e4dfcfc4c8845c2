import { html } from '#design/html.ts'
import type { Settings } from '#settings.ts'
import { addresses } from './addresses.ts'
import { v3, v4 } from './apis.ts'
import type { ReferencePage } from './frame.ts'
import { guideList } from './guides/index.ts'

/** Where developers begin. */
export function startPage({ publicUrl }: Settings): ReferencePage {
  return {
    title: 'Developers',
    description: 'Guides, reference and console for programs that work with this server.',
    place: { address: addresses.start },
    body: html`<h1>For developers</h1>
<p class="lead">Everything that people keep on this server is open to programs, over an API that is compatible with the Wrike
API: its paths, ids, tokens and errors. It answers at <code>${publicUrl}/api/v4</code>.</p>
<div class="ways">
<section><h2><a href="${addresses.guides}">Guides</a></h2><p>From nothing to the <a href="${addresses.guide('start')}">first call</a> in five minutes, and short answers to what comes next.</p></section>
<section><h2><a href="${addresses.api(v4)}">Reference</a></h2><p>All ${v4.operations.size} operations of v4, and the <a href="${addresses.api(v3)}">${v3.operations.size} of v3</a>,
with their parameters, models and errors.</p></section>
<section><h2><a href="/applications">Console</a></h2><p>Your applications: credentials, tokens, requests as they come in, and who allowed them what.</p></section>
</div>
<section aria-labelledby="questions"><h2 id="questions">What people ask first</h2>${guideList()}</section>
<section aria-labelledby="lists"><h2 id="lists">Lists and documents</h2>
<dl class="resources"><div><dt><a href="${addresses.errors}">Errors</a></dt><dd>What each code means, and what to do.</dd></div>
<div><dt><a href="${addresses.scopes}">Scopes</a></dt><dd>What a token may be used for.</dd></div>
<div><dt><a href="${addresses.plans}">Plans</a></dt><dd>What the plan of an account unlocks.</dd></div>
<div><dt><a href="${addresses.events}">Webhook events</a></dt><dd>What webhooks report.</dd></div>
<div><dt><a href="${addresses.changelog}">Changes</a></dt><dd>What came, and what will go.</dd></div>
<div><dt><a href="/integrations">Integrations</a></dt><dd>Applications that others offer here.</dd></div>
<div><dt>For tools</dt><dd>OpenAPI of <a href="${addresses.openapi(v4)}">v4</a> and <a href="${addresses.openapi(v3)}">v3</a>, Postman collections of
<a href="${addresses.postman(v4)}">v4</a> and <a href="${addresses.postman(v3)}">v3</a>, <a href="/llms.txt">llms.txt</a> for language models.</dd></div></dl></section>`,
  }
}
