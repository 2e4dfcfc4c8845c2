import { permanentTokenScopes } from '#contract/scopes.ts'

/** Scopes in a few words. */
export function scopeSummary(scopes: readonly string[]): string {
  if (permanentTokenScopes.every((scope) => scopes.includes(scope))) return 'all scopes'
  return scopes.length > 3 ? `${scopes.length} scopes` : scopes.join(', ')
}
