import { features } from '#contract/plans.ts'
import { facts as factList } from '#design/components.ts'
import { type Html, html } from '#design/html.ts'
import { addresses } from '../addresses.ts'
import { v3, v4, v4OperationOf } from '../apis.ts'
import type { ToldOperation } from './told.ts'

/** Who may call an operation and what is special about it. */
export function facts(told: ToldOperation): Html {
  const rows = [
    id(told),
    scopes(told),
    plan(told),
    who(told),
    paging(told),
    bulk(told),
    conditional(told),
    addition(told),
    otherVersion(told),
  ]
  return factList(rows.filter((row) => row !== undefined))
}

type Row = readonly [name: string, says: Html] | undefined

const id = ({ operation }: ToldOperation): Row => ['Operation', html`<code>${operation.id}</code>`]

const scopes = ({ operation }: ToldOperation): Row => [
  'Scopes',
  operation.scopes.length === 0
    ? html`Any access token will do`
    : html`${operation.scopes.length > 1 && 'One of '}${operation.scopes.map(
        (scope, at) => html`${at > 0 && ', '}<a href="${addresses.scopes}#${scope}"><code>${scope}</code></a>`,
      )}`,
]

const plan = ({ operation: { feature } }: ToldOperation): Row =>
  feature && [
    'Plan',
    html`<a href="${addresses.plans}#${feature}">${features[feature].says}</a>: from ${features[feature].from} on`,
  ]

const who = ({ operation }: ToldOperation): Row =>
  operation.admin ? ['Who', html`Admins and the owner of the account only`] : undefined

const paging = ({ operation }: ToldOperation): Row =>
  operation.pageToken && [
    'Pages',
    html`An answer that is not the last has <code>nextPageToken</code>: send it as <code>${operation.pageToken}</code>, within two
hours. ${
      operation.tokenOverrides
        ? 'It brings the other parameters along; those sent beside it count for nothing.'
        : 'Other parameters may be left out then.'
    }`,
  ]

function bulk({ api, operation }: ToldOperation): Row {
  const single = operation.bulkOf && api.operations.get(operation.bulkOf)
  if (single)
    return [
      'One id',
      html`With a single id in the path this is <a href="${addresses.operation(api, single)}">${single.id}</a>, which takes more.`,
    ]
  const several = [...api.operations.values()].find(({ bulkOf }) => bulkOf === operation.id)
  return (
    several && [
      'Several ids',
      html`With two ids or more, separated by commas, this is <a href="${addresses.operation(api, several)}">${several.id}</a>.`,
    ]
  )
}

const conditional = ({ operation }: ToldOperation): Row =>
  operation.conditional && [
    'Versions',
    html`Answers have an <code>ETag</code>. Send it as <code>If-Match</code>, and nothing is changed if somebody has been faster: 412.`,
  ]

const addition = ({ operation }: ToldOperation): Row =>
  operation.addition && [
    'Addition',
    html`Of this server: the original has no such call, its people do this in its pages only. A program that has to run there too
can’t use it.`,
  ]

function otherVersion({ api, operation }: ToldOperation): Row {
  if (api === v3) {
    const same = v4OperationOf(operation)
    return ['In v4', html`<a href="${addresses.operation(v4, same)}">${same.id}</a>`]
  }
  const same = [...v3.operations.values()].filter((one) => v4OperationOf(one) === operation)
  return same.length > 0
    ? [
        'In v3',
        html`${same.map((one, at) => html`${at > 0 && ', '}<a href="${addresses.operation(v3, one)}">${one.id}</a>`)}`,
      ]
    : undefined
}
