// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export interface Dependency {
  id: string
  predecessorId: string
  successorId: string
  relationType: 'StartToStart' | 'StartToFinish' | 'FinishToStart' | 'FinishToFinish'
  lagTime: number
}

/** What {@link queryDependencies} takes. */
export interface QueryDependenciesInput {
  taskId: string
}

/** Links in which a task comes before or after another */
export const queryDependencies = /* @__PURE__ */ operation<QueryDependenciesInput, Dependency>({
  id: 'queryDependencies',
  method: 'GET',
  paths: ['/tasks/{taskId}/dependencies'],
})

/** What {@link getDependencies} takes. */
export interface GetDependenciesInput {
  dependencyIds: string[]
}

/** Dependencies by id */
export const getDependencies = /* @__PURE__ */ operation<GetDependenciesInput, Dependency>({
  id: 'getDependencies',
  method: 'GET',
  paths: ['/dependencies/{dependencyIds}'],
})

/** What {@link createDependency} takes. */
export interface CreateDependencyInput {
  taskId: string
  predecessorId?: string
  successorId?: string
  relationType: 'StartToStart' | 'StartToFinish' | 'FinishToStart' | 'FinishToFinish'
  lagTime?: number
}

/** Links a task with one that comes before or after it. Exactly one of predecessorId and successorId. The successor moves out of the way. */
export const createDependency = /* @__PURE__ */ operation<CreateDependencyInput, Dependency>({
  id: 'createDependency',
  method: 'POST',
  paths: ['/tasks/{taskId}/dependencies'],
})

/** What {@link updateDependency} takes. */
export interface UpdateDependencyInput {
  dependencyId: string
  relationType?: 'StartToStart' | 'StartToFinish' | 'FinishToStart' | 'FinishToFinish'
  lagTime?: number
}

/** Changes the relation or the lag */
export const updateDependency = /* @__PURE__ */ operation<UpdateDependencyInput, Dependency>({
  id: 'updateDependency',
  method: 'PUT',
  paths: ['/dependencies/{dependencyId}'],
})

/** What {@link deleteDependency} takes. */
export interface DeleteDependencyInput {
  dependencyId: string
}

/** Takes a link away */
export const deleteDependency = /* @__PURE__ */ operation<DeleteDependencyInput, Dependency>({
  id: 'deleteDependency',
  method: 'DELETE',
  paths: ['/dependencies/{dependencyId}'],
})
