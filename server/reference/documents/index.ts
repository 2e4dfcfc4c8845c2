import type { FastifyInstance } from 'fastify'
import { openapiDocument } from '#contract/openapi.ts'
import type { Settings } from '#settings.ts'
import { addresses } from '../addresses.ts'
import { type Api, apis } from '../apis.ts'
import { guides } from '../guides/index.ts'
import { modelsOf } from '../models.ts'
import { searchIndex } from '../search/entries.ts'
import { giveDocument, type MachineDocument } from './documents.ts'
import { guideMarkdown } from './guide-markdown.ts'
import { llmsFull, llmsIndex } from './llms.ts'
import { modelMarkdown, operationMarkdown } from './markdown.ts'
import { postmanCollection } from './postman.ts'

/** Everything that machines read, by address. */
export function documentsOf(settings: Settings): ReadonlyMap<string, MachineDocument> {
  const { publicUrl } = settings
  return new Map<string, MachineDocument>([
    ['/llms.txt', plain(() => llmsIndex(settings))],
    [addresses.llmsFull, plain(() => llmsFull(settings))],
    [addresses.searchIndex, json(() => searchIndex(settings))],
    ...guides.map((guide) => markdown(addresses.guide(guide.name), () => guideMarkdown(guide, settings))),
    ...Object.values(apis).flatMap((api): [string, MachineDocument][] => [
      [addresses.openapi(api), json(() => openapiDocument(api, publicUrl))],
      [addresses.postman(api), json(() => postmanCollection(api, publicUrl))],
      ...markdownOf(api),
    ]),
  ])
}

const markdownOf = (api: Api) => [
  ...[...api.operations.values()].map((one) =>
    markdown(addresses.operation(api, one), () => operationMarkdown(api, one)),
  ),
  ...[...modelsOf(api).values()].map((one) => markdown(addresses.model(api, one.name), () => modelMarkdown(api, one))),
]

const markdown = (page: string, make: () => string): [string, MachineDocument] => [
  addresses.markdown(page),
  { type: 'text/markdown', make },
]
const json = (make: () => unknown): MachineDocument => ({
  type: 'application/json',
  make: () => JSON.stringify(make()),
})
const plain = (make: () => string): MachineDocument => ({ type: 'text/plain', make })

/** Gives all of them out. */
export function documentRoutes(app: FastifyInstance, settings: Settings): void {
  for (const [address, document] of documentsOf(settings)) giveDocument(app, address, document)
}
