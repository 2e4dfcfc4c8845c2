import type { Handler } from './handler.ts'
import type { Operation } from './operation.ts'

/**
 * Binds each operation of a resource's contract to its handler. An operation without one, or with one of another shape,
 * does not compile.
 *
 * @example export const comments = bind(contract, { queryComments, createComment })
 */
export function bind<C extends Record<string, unknown>>(
  contract: C,
  handlers: { [N in OperationNames<C>]: Handler<C[N]> },
): { operation: Operation; handler: Handler<Operation> }[] {
  return Object.entries(handlers).map(([name, handler]) => ({
    operation: contract[name] as Operation,
    handler: handler as unknown as Handler<Operation>,
  }))
}

type OperationNames<C> = {
  [N in keyof C]: C[N] extends { readonly id: string; readonly paths: readonly string[] } ? N : never
}[keyof C]
