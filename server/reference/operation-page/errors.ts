import { type ErrorCode, errorStatus } from '#contract/errors.ts'
import type { Operation } from '#contract/operation.ts'
import { isRequired, otherParameters, pathParameters } from '#contract/path-parameters.ts'
import { type Html, html } from '#design/html.ts'
import { addresses } from '../addresses.ts'
import { prose } from '../prose.ts'
import type { ToldOperation } from './told.ts'

/** The errors that an operation can answer with, and why. */
export function errors({ operation }: ToldOperation): Html {
  return html`<section aria-labelledby="section-errors"><h2 id="section-errors">Errors</h2><dl class="errors">${errorsOf(
    operation,
  ).map(
    ([code, why]) =>
      html`<div><dt><a href="${addresses.errors}#${code}"><code>${code === 'server_error' ? 503 : errorStatus[code]} ${code}</code></a></dt><dd>${prose(why)}</dd></div>`,
  )}</dl></section>`
}

/** Codes with their reasons, as the contract of an operation lets them happen. */
export function errorsOf(operation: Operation): [code: ErrorCode, why: string][] {
  const { admin, feature, scopes } = operation
  const needed = otherParameters(operation).filter(([, schema]) => isRequired(schema))
  const locked = [
    scopes.length > 0 ? 'the token lacks the scope' : '',
    feature ? 'the plan lacks the feature' : '',
    admin ? 'the caller is no admin' : '',
    'what is asked does not go with the state of things',
  ].filter(Boolean)
  const some = (applies: boolean, code: ErrorCode, why: string): [ErrorCode, string][] => (applies ? [[code, why]] : [])
  const namesThings = operation.paths.some((path) => pathParameters(path).length > 0)
  return [
    [
      'invalid_parameter',
      'A value is of a wrong type or form, or a name is unknown; `X-Error-Hint` says what is expected.',
    ],
    ...some(needed.length > 0, 'parameter_required', `Without ${needed.map(([name]) => `\`${name}\``).join(' or ')}.`),
    ['invalid_request', 'The request cannot be read, or its verb is a wrong one.'],
    ['not_authorized', 'No access token, or one that is unknown, expired or revoked.'],
    ['not_allowed', `${capital(locked.join('; '))}.`],
    ...some(namesThings, 'access_forbidden', 'It is not shared with the caller, or its role does not permit this.'),
    ...some(namesThings, 'resource_not_found', 'There is nothing with this id in the account.'),
    ['rate_limit_exceeded', 'Too many requests; `Retry-After` says how long to wait.'],
    ['server_error', 'The server is busy and nothing was written; `Retry-After` says when to try again.'],
  ]
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
