import type { Operation } from '#contract/operation.ts'
import type { ResourceName } from '#resources/index.ts'
import type { Api } from './apis.ts'

/** Where each thing of the reference is. An operation is named by its id, a resource by its kebab form, a model by its name. */
export const addresses = {
  start: '/developers',
  search: '/developers/search',
  guides: '/developers/guides',
  guide: (name: string) => `/developers/guides/${name}`,
  errors: '/developers/errors',
  scopes: '/developers/scopes',
  plans: '/developers/plans',
  events: '/developers/events',
  changelog: '/developers/changelog',
  api: ({ version }: Api) => `/developers/${version}`,
  resource: ({ version }: Api, name: ResourceName) => `/developers/${version}/${kebab(name)}`,
  operation: ({ version }: Api, { id }: Operation) => `/developers/${version}/${id}`,
  models: ({ version }: Api) => `/developers/${version}/models`,
  openapi: ({ version }: Api) => `/developers/${version}/openapi.json`,
  postman: ({ version }: Api) => `/developers/${version}/postman.json`,
  llmsFull: '/developers/llms-full.txt',
  searchIndex: '/developers/search-index.json',
  /** The same page for machines that read. */
  markdown: (page: string) => `${page}.md`,
  model: ({ version }: Api, name: string) => `/developers/${version}/models/${name}`,
} as const

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
