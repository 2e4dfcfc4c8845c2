import { words } from '../language/words.ts'

const t = words('fault', { again: 'Try again' })

/** What went wrong where something should stand, in the server's words, and the way to try again. */
export function Fault({ error, onRetry }: { error: Error | null | undefined; onRetry?: () => void }) {
  if (!error) return null
  return (
    <p className="fault" role="alert">
      {error.message}{' '}
      {onRetry && (
        <button type="button" className="link" onClick={onRetry}>
          {t.again}
        </button>
      )}
    </p>
  )
}
