import type { Settings } from '#settings.ts'
import { addresses } from '../addresses.ts'
import { v3, v4 } from '../apis.ts'
import type { Chapter } from '../chapters.ts'
import { chapters, resourcesTold } from '../chapters.ts'
import { guides } from '../guides/index.ts'
import { modelsOf } from '../models.ts'
import { resourcesOf } from '../sidebar.ts'
import { guideMarkdown } from './guide-markdown.ts'
import { modelMarkdown, operationMarkdown } from './markdown.ts'

/** The list of what there is to read, in the form of llmstxt.org. */
export function llmsIndex({ publicUrl }: Settings): string {
  const at = (address: string) => `${publicUrl}${address}`
  const operations = Object.keys(chapters).flatMap((chapter) =>
    resourcesOf(v4, chapter as Chapter).flatMap((name) =>
      (v4.resources.get(name) ?? []).map(
        (operation) =>
          `- [${operation.id}](${at(addresses.markdown(addresses.operation(v4, operation)))}): ${resourcesTold[name].title}: ${operation.summary}`,
      ),
    ),
  )
  return `# Taskwright

> Work management on a server of its own, with an open API that is compatible with the Wrike API v4 and v3. The API v4 is below ${publicUrl}${v4.base}; every call needs an access token of OAuth 2.0 or a permanent one in the header \`Authorization: bearer TOKEN\`.

Answers are \`{"kind", "data", "nextPageToken"}\`, errors \`{"error", "errorDescription"}\` with hints in the header \`X-Error-Hint\`.

## Guides

${guides.map(({ name, title, says }) => `- [${title}](${at(addresses.markdown(addresses.guide(name)))}): ${says}`).join('\n')}

## Documents

- [OpenAPI of v4](${at(addresses.openapi(v4))}): every operation, as OpenAPI 3.1
- [Everything as one text](${at(addresses.llmsFull)}): guides, operations and models of v4
- [Postman collection of v4](${at(addresses.postman(v4))}): requests to try

## Operations of v4

${operations.join('\n')}

## Optional

- [OpenAPI of v3](${at(addresses.openapi(v3))}): the API as it was in 2018
- [Postman collection of v3](${at(addresses.postman(v3))}): requests to try
- [Errors](${at(addresses.errors)}): all codes, with what to do
- [Scopes](${at(addresses.scopes)}): what a token may be used for
- [Plans](${at(addresses.plans)}): what the plan of an account unlocks
- [Changes](${at(addresses.changelog)}): what came, and what is deprecated
- [Webhook events](${at(addresses.events)}): what webhooks report
`
}

/** Guides, operations and models of v4 as one text. */
export function llmsFull(settings: Settings): string {
  return [
    ...guides.map((guide) => guideMarkdown(guide, settings)),
    ...[...v4.operations.values()].map((operation) => operationMarkdown(v4, operation)),
    ...[...modelsOf(v4).values()].map((model) => modelMarkdown(v4, model)),
  ].join('\n\n---\n\n')
}
