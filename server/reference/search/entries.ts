import { errorStatus } from '#contract/errors.ts'
import { otherParameters, pathParameters } from '#contract/path-parameters.ts'
import { scopes } from '#contract/scopes.ts'
import { webhookEventTypes } from '#resources/webhooks/event-types.ts'
import type { Settings } from '#settings.ts'
import { addresses } from '../addresses.ts'
import { type Api, apis } from '../apis.ts'
import { resourcesTold } from '../chapters.ts'
import { blockText } from '../guides/guide.ts'
import { guides } from '../guides/index.ts'
import { modelsOf } from '../models.ts'
import type { Entry } from './entry.ts'

/** All that can be found in the reference. */
export function searchIndex(settings: Settings): Entry[] {
  return [
    ...guides.map(({ name, title, says, blocks }): Entry => {
      const text = blocks(settings).map(blockText).join(' ').toLowerCase()
      return {
        title,
        address: addresses.guide(name),
        kind: 'Guide',
        says,
        words: unique(text.match(/[\w.-]{3,}/g) ?? []),
      }
    }),
    {
      title: 'Errors',
      address: addresses.errors,
      kind: 'List',
      says: 'Every code, and what to do',
      words: Object.keys(errorStatus),
    },
    {
      title: 'Scopes',
      address: addresses.scopes,
      kind: 'List',
      says: 'What a token may be used for',
      words: Object.keys(scopes),
    },
    { title: 'Plans', address: addresses.plans, kind: 'List', says: 'What the plan of an account unlocks' },
    {
      title: 'Webhook events',
      address: addresses.events,
      kind: 'List',
      says: 'What webhooks report',
      words: webhookEventTypes,
    },
    {
      title: 'Changes',
      address: addresses.changelog,
      kind: 'List',
      says: 'What came, what will go, what is deprecated',
    },
    ...Object.values(apis).flatMap(ofApi),
  ]
}

function ofApi(api: Api): Entry[] {
  const { version, resources, operations } = api
  return [
    ...[...resources.keys()].map((name) => ({
      title: resourcesTold[name].title,
      address: addresses.resource(api, name),
      kind: version,
      says: resourcesTold[name].says,
    })),
    ...[...operations.values()].map((operation) => ({
      title: operation.id,
      address: addresses.operation(api, operation),
      kind: version,
      says: operation.summary,
      paths: operation.paths.map((path) => `${operation.method} ${path}`),
      words: unique([
        ...operation.paths.flatMap(pathParameters),
        ...otherParameters(operation).map(([name]) => name),
        ...(operation.fields ?? []),
      ]),
    })),
    ...[...modelsOf(api).values()].map(({ name, schema }) => ({
      title: name,
      address: addresses.model(api, name),
      kind: `Model of ${version}`,
      says: Object.keys(schema.properties ?? {})
        .slice(0, 6)
        .join(', '),
      words: Object.keys(schema.properties ?? {}),
    })),
  ]
}

const unique = (words: readonly string[]): string[] => [...new Set(words)]
