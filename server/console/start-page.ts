import { html } from '#design/html.ts'
import type { Browser } from './browser.ts'
import { isOutboxOpen } from './outbox.ts'

/** What this server is and where to go first. */
export function startPage(pages: Browser): void {
  pages.read('/', async (visit) => {
    const { publicUrl, signUp } = visit.services.settings
    const { person } = visit
    const outbox = isOutboxOpen(visit)
    return {
      title: 'Work management with an open API',
      width: 'wide',
      body: html`<section class="hero">
<h1>Work, in the open</h1>
<p class="lead">Taskwright keeps the tasks, folders and projects of your teams on a server of your own, and opens all of
it to programs: the paths, ids and tokens are those that clients of the Wrike API know.</p>
<div class="actions">
${
  person
    ? html`<a class="button" href="/work/">Your work</a><a class="button secondary" href="/applications">Your applications</a><a class="button secondary" href="/profile">Your profile</a>`
    : html`${signUp === 'open' && html`<a class="button" href="/register">Create an account</a>`}<a class="button secondary" href="/sign-in">Sign in</a>`
}
</div>
</section>
<section class="steps" aria-labelledby="first-steps">
<h2 id="first-steps">From here to the first call</h2>
<ol>
<li><h3>Register an application</h3><p>Give it a name and a redirect URI in <a href="/applications">Applications</a>. You get a
client id and a secret, or a permanent token for scripts of your own.</p></li>
<li><h3>Let a person allow it</h3><p>Open the authorization page in a browser and take the code from the address.</p>
<pre tabindex="0"><code>${publicUrl}/oauth2/authorize/v4?response_type=code&client_id=…</code></pre></li>
<li><h3>Exchange the code, call the API</h3>
<pre tabindex="0"><code>curl ${publicUrl}/oauth2/token -d grant_type=authorization_code \\
  -d client_id=… -d client_secret=… -d code=…

curl -H 'Authorization: bearer …' ${publicUrl}/api/v4/contacts?me=true</code></pre></li>
</ol>
${signUp === 'open' && !person && html`<p class="quiet">What others made is in the <a href="/integrations">directory of integrations</a>.</p>`}
${outbox && html`<p class="quiet">Mail of this server that nobody delivers is in the <a href="/outbox">outbox</a>.</p>`}
</section>`,
    }
  })
}
