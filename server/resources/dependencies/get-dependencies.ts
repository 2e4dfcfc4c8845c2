import type { Handler } from '#contract/handler.ts'
import { dependenciesByIds } from './access.ts'
import type * as contract from './contract.ts'
import { presentDependency } from './presenter.ts'

/** Reads dependencies by id, in the order of the request. */
export const getDependencies: Handler<typeof contract.getDependencies> = async ({ caller, input }) => ({
  data: (await dependenciesByIds(caller, input.dependencyIds)).map((row) => presentDependency(caller, row)),
})
