import { model, oneOfText, string } from '#contract/model.ts'
import { operation } from '#contract/operation.ts'
import { filledText, id, listOf, oneOf, optional, text } from '#contract/parameters.ts'

export const entityTypes = ['task', 'folder', 'attachment', 'project', 'space'] as const
export type DiscoveredType = (typeof entityTypes)[number]

export const EDiscoveryHit = model('EDiscoveryHit', { type: oneOfText(entityTypes), id: string() })

export const searchEDiscovery = operation({
  id: 'searchEDiscovery',
  method: 'POST',
  paths: ['/ediscovery_search'],
  summary: 'Finds words in the whole account, whatever is shared with the caller',
  description:
    'In titles, descriptions, comments and names of files, in the recycle bin too; newest first, at most 10,000. A hit in a comment is the task or folder it is on.',
  scopes: [],
  admin: true,
  feature: 'eDiscovery',
  kinds: { ediscoverySearch: EDiscoveryHit },
  parameters: {
    scopes: listOf(oneOf(entityTypes), { minItems: 1, maxItems: 1000, description: 'Kinds of entity to search' }),
    terms: optional(
      listOf(filledText({ maxLength: 1000 }), {
        maxItems: 100,
        description: 'Any of them is enough; words of one term stand beside one another. Without terms, everything',
      }),
    ),
    targetUserId: optional(id('Contact', { description: 'Only what this user sees' })),
    timeout: optional(
      text({
        pattern: '^\\d{1,6}(ms|s|m)?$',
        description: 'Seconds, or with a unit (500ms, 30s, 2m); 30s if left out',
      }),
    ),
  },
})
