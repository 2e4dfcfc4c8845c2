import { type Feature, features, type Plan, plans } from '#contract/plans.ts'
import { type Html, html } from '#design/html.ts'
import { addresses } from '../addresses.ts'
import { v4 } from '../apis.ts'
import type { ReferencePage } from '../frame.ts'

/** What each plan has. */
export function plansPage(): ReferencePage {
  return {
    title: 'Plans',
    description: 'What the plans of accounts unlock, and the operations that need them.',
    trail: [],
    place: { address: addresses.plans },
    body: html`<h1>Plans</h1><p class="lead">Nothing here costs anything. An account has a plan so that a program can be tried against each of
those that the original sells: ${plans.join(', ')}.</p>
<p>Accounts start on ${plans.at(-1)}, which has everything; the owner of the server changes it. What a plan lacks is left out of answers, and
refused with <a href="${addresses.errors}#not_allowed"><code>403 not_allowed</code></a> when it is asked for or written.</p>
${plans.map(section)}`,
  }
}

function section(plan: Plan): Html | undefined {
  const first = (Object.keys(features) as Feature[]).filter((feature) => features[feature].from === plan)
  if (first.length === 0) return undefined
  return html`<section aria-labelledby="${plan}"><h2 id="${plan}">From ${plan} on</h2><dl class="terms">${first.map(line)}</dl></section>`
}

function line(feature: Feature): Html {
  const needing = [...v4.operations.values()].filter((operation) => operation.feature === feature)
  return html`<div id="${feature}"><dt>${features[feature].says}</dt>
<dd>${
    needing.length > 0 &&
    html`<p class="limits">${needing.map((one, at) => html`${at > 0 && ', '}<a href="${addresses.operation(v4, one)}">${one.id}</a>`)}</p>`
  }</dd></div>`
}
