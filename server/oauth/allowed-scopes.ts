import { allScopes, isScope, type Scope } from '#contract/scopes.ts'

/** What an application may ask for; null is every scope, those to come included. */
export type AllowedScopes = readonly Scope[] | null

/** Scopes that mean the same, the wider first, and what is left of each where it may not be had. */
const work = ['Default', 'wsReadWrite', 'wsReadOnly'] as const

/**
 * What is left of scopes within what an application may ask for: reading is left of reading and writing.
 *
 * @example narrowed(['Default', 'amReadWriteGroup'], ['wsReadOnly', 'amReadOnlyGroup']) // ['wsReadOnly', 'amReadOnlyGroup']
 */
export function narrowed(scopes: readonly string[], allowed: AllowedScopes): string[] {
  if (allowed === null) return [...scopes]
  const left = scopes.map((scope) => narrower(scope).find((one) => isScope(one) && allowed.includes(one)))
  return [...new Set(left.filter((scope) => scope !== undefined))]
}

/** What a request gets that names no scope: the default if the application may have it, else what it may have. */
export function defaultScopes(allowed: AllowedScopes): string[] {
  const left = narrowed(['Default'], allowed)
  return left.length > 0 ? left : [...(allowed ?? ['Default'])]
}

/** The scopes of a list, in the order of the table; what is no scope is left out. */
export function scopesAmong(names: readonly string[]): Scope[] {
  return allScopes.filter((scope) => names.includes(scope))
}

/** A scope, and what it comes down to, the nearest first. */
function narrower(scope: string): string[] {
  if (scope === 'Default' || scope === 'wsReadWrite') return [scope, ...work.filter((one) => one !== scope)]
  return [...new Set([scope, scope.replace('ReadWrite', 'ReadOnly')])]
}
