import type { ResourceName } from '#resources/index.ts'
import type { Settings } from '#settings.ts'
import { addresses } from './addresses.ts'
import { apiPage } from './api-page.ts'
import { type Api, apis } from './apis.ts'
import type { ReferencePage } from './frame.ts'
import { guidePage } from './guides/guide.ts'
import { guides, guidesPage } from './guides/index.ts'
import { listPages } from './lists/index.ts'
import { modelPage, modelsPage } from './model-page.ts'
import { modelsOf } from './models.ts'
import { operationPage } from './operation-page/index.ts'
import { resourcePage } from './resource-page.ts'
import { startPage } from './start-page.ts'

/** Every page of the reference by its address; each is made when it is asked for. */
export function pagesOf(settings: Settings): ReadonlyMap<string, () => ReferencePage> {
  return new Map([
    [addresses.start, () => startPage(settings)],
    ...listPages,
    [addresses.guides, guidesPage],
    ...guides.map((guide): [string, () => ReferencePage] => [
      addresses.guide(guide.name),
      () => guidePage(guide, settings),
    ]),
    ...Object.values(apis).flatMap((api) => pagesOfApi(api, settings)),
  ])
}

function pagesOfApi(api: Api, settings: Settings): [string, () => ReferencePage][] {
  const models = modelsOf(api)
  return [
    [addresses.api(api), () => apiPage(api)],
    [addresses.models(api), () => modelsPage(api, models)],
    ...[...models.values()].map((model): [string, () => ReferencePage] => [
      addresses.model(api, model.name),
      () => modelPage(api, model),
    ]),
    ...[...api.resources.keys()].map((name: ResourceName): [string, () => ReferencePage] => [
      addresses.resource(api, name),
      () => resourcePage(api, name),
    ]),
    ...[...api.operations.values()].map((operation): [string, () => ReferencePage] => [
      addresses.operation(api, operation),
      () => operationPage(api, operation, settings),
    ]),
  ]
}
