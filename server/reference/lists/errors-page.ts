import { type ErrorCode, errorStatus } from '#contract/errors.ts'
import { type Html, html } from '#design/html.ts'
import { addresses } from '../addresses.ts'
import type { ReferencePage } from '../frame.ts'
import { prose } from '../prose.ts'

/** What each code means, and what to do about it. */
const meanings: Record<ErrorCode, [means: string, todo: string]> = {
  invalid_request: [
    'The request as a whole can’t be read: no JSON where JSON was announced, more than 5 MB, a verb that the path does not have.',
    'Mend the program. The header `Allow` tells the verbs of a path.',
  ],
  invalid_parameter: [
    'A value is of a wrong type or form, breaks a rule, or its name is unknown. The text names the parameter.',
    'Mend the program. The header `X-Error-Hint` says what would have been right.',
  ],
  parameter_required: ['A parameter that has to be there is missing. The text names it.', 'Send it.'],
  not_authorized: [
    'There is no access token, or it is unknown, expired or revoked.',
    'Take a new access token with the refresh token; if that is refused too, ask the person again.',
  ],
  access_forbidden: [
    'The thing exists, but is not shared with the caller, or the role it is shared with does not permit this.',
    'Ask for the share or the role; trying again won’t help.',
  ],
  not_allowed: [
    'The scope of the token, the plan of the account, the type of the user or the state of things does not permit it, or the application is suspended. The text says which.',
    'Ask for the scope or change the state; trying again won’t help.',
  ],
  resource_not_found: [
    'There is nothing with this id in the account. Things of other accounts look like nothing.',
    'Forget the id; what was deleted does not come back under it.',
  ],
  method_not_found: ['There is no operation at this path.', 'Mend the path.'],
  rate_limit_exceeded: [
    'Too many requests within a minute.',
    'Wait as many seconds as `Retry-After` says, then go on more slowly.',
  ],
  server_error: [
    'With 503 the server is busy or its database is away, and nothing was written. With 500 it failed.',
    'After 503 wait as `Retry-After` says and try again. After 500 give the owner of the server the `X-Request-Id`.',
  ],
}

/** All errors of the API. */
export function errorsPage(): ReferencePage {
  return {
    title: 'Errors',
    description: 'The codes of errors, their status, what they mean and what to do.',
    trail: [],
    place: { address: addresses.errors },
    body: html`<h1>Errors</h1><p class="lead">A refused request tells why, in the same form everywhere.</p>
<pre tabindex="0"><code>HTTP/1.1 400 Bad Request
X-Error-Hint: one of Active, Completed, Deferred, Cancelled
X-Request-Id: 7d0c6b0e-0d5c-4f6c-8a4e-6f3a1c2b9d10

{"error": "invalid_parameter", "errorDescription": "Parameter 'status' value is invalid"}</code></pre>
<p>Programs should look at the status and at <code>error</code>. The text of <code>errorDescription</code> is for people, and so is the
header <code>X-Error-Hint</code>. <code>X-Request-Id</code> finds the request in the log of the server.</p>
<dl class="terms">${Object.entries(meanings).map(([code, [means, todo]]) => line(code as ErrorCode, means, todo))}</dl>
<p>The authorization server answers with the errors of OAuth 2.0 instead; see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749,
section 5.2</a>.</p>`,
  }
}

const line = (code: ErrorCode, means: string, todo: string): Html =>
  html`<div id="${code}"><dt><a href="#${code}"><code>${code}</code></a> <span class="type">${errorStatus[code]}${code === 'server_error' && ' or 503'}</span></dt>
<dd><p>${prose(means)}</p><p>${prose(todo)}</p></dd></div>`
