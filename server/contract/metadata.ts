import { model, string } from './model.ts'
import { listOf, nullable, object, optional, text } from './parameters.ts'

/** Key and value that an application keeps on an entity; no other application sees them. */
export const Metadata = model('Metadata', { key: string(), value: string() })

/** Entries to set; a value of null (or none) removes the entry. Keys have fewer than 50 characters, values fewer than 1,000. */
export const metadataEntries = () =>
  listOf(
    object({
      key: text({ minLength: 1, maxLength: 49, pattern: '^[A-Za-z0-9_-]+$' }),
      value: optional(nullable(text({ minLength: 0, maxLength: 999 }))),
    }),
    { maxItems: 100 },
  )

/** Exact match on the key, or on key and value. */
export const metadataFilter = () => object({ key: text({ minLength: 1 }), value: optional(text({ minLength: 0 })) })
