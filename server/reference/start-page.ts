import { html } from '#design/html.ts'
import type { Settings } from '#settings.ts'
import { addresses } from './addresses.ts'
import { v3, v4 } from './apis.ts'
import type { ReferencePage } from './frame.ts'

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
<section><h2><a href="/applications">Console</a></h2><p>Your applications: credentials, tokens, and who allowed them what.</p></section>
</div>`,
  }
}
