import { idText, model, number, oneOfText } from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import { dependencyId, dependencyIds, id, integer, oneOf, optional } from '#contract/parameters.ts'
import { relationTypes } from '#scheduling/relation-rules.ts'

export const Dependency = model('Dependency', {
  id: idText('Dependency'),
  predecessorId: idText('Task'),
  successorId: idText('Task'),
  relationType: oneOfText(relationTypes),
  lagTime: number(),
})

/** Working minutes; below zero the successor may overlap. */
const lagTime = () => optional(integer({ minimum: -1_800_000, maximum: 1_800_000 }))
const kinds = { dependencies: Dependency }

export const queryDependencies = operation({
  id: 'queryDependencies',
  method: 'GET',
  paths: ['/tasks/{taskId}/dependencies'],
  summary: 'Links in which a task comes before or after another',
  scopes: readScopes,
  kinds,
  parameters: { taskId: id('Task') },
})

export const getDependencies = operation({
  id: 'getDependencies',
  method: 'GET',
  paths: ['/dependencies/{dependencyIds}'],
  summary: 'Dependencies by id',
  scopes: readScopes,
  kinds,
  parameters: { dependencyIds: dependencyIds({ maxItems: 100 }) },
})

export const createDependency = operation({
  id: 'createDependency',
  method: 'POST',
  paths: ['/tasks/{taskId}/dependencies'],
  summary: 'Links a task with one that comes before or after it',
  description: 'Exactly one of predecessorId and successorId. The successor moves out of the way.',
  scopes: writeScopes,
  feature: 'dependencies',
  kinds,
  parameters: {
    taskId: id('Task'),
    predecessorId: optional(id('Task')),
    successorId: optional(id('Task')),
    relationType: oneOf(relationTypes),
    lagTime: lagTime(),
  },
})

export const updateDependency = operation({
  id: 'updateDependency',
  method: 'PUT',
  paths: ['/dependencies/{dependencyId}'],
  summary: 'Changes the relation or the lag',
  scopes: writeScopes,
  feature: 'dependencies',
  kinds,
  parameters: { dependencyId: dependencyId(), relationType: optional(oneOf(relationTypes)), lagTime: lagTime() },
})

export const deleteDependency = operation({
  id: 'deleteDependency',
  method: 'DELETE',
  paths: ['/dependencies/{dependencyId}'],
  summary: 'Takes a link away',
  scopes: writeScopes,
  feature: 'dependencies',
  kinds,
  parameters: { dependencyId: dependencyId() },
})
