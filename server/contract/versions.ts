import { invalidValue, Refused } from './errors.ts'

const ofModel = Symbol('version')

/** Puts the version of an entity beside its model, where no answer shows it; for the header ETag. */
export const versioned = <M extends object>(model: M, version: number | undefined): M =>
  version === undefined ? model : Object.assign(model, { [ofModel]: version })

/** The ETag of an answer with a single entity that has versions. */
export function etagOf(rows: readonly unknown[]): string | undefined {
  const version = rows.length === 1 ? (rows[0] as { [ofModel]?: number })[ofModel] : undefined
  return version === undefined ? undefined : `"${version}"`
}

/**
 * The versions that a request insists on (`If-Match`); undefined if any will do.
 *
 * @throws {Refused} `invalid_parameter` for what is no list of ETags.
 */
export function versionsWanted(header: string | undefined): readonly number[] | undefined {
  if (header === undefined || header.trim() === '*') return undefined
  const tags = header.split(',').map((tag) => /^(W\/)?"([^"]*)"$/.exec(tag.trim()))
  if (tags.some((tag) => tag === null)) throw invalidValue('If-Match', 'ETags as answers have them, in quotes')
  // Weak ones never match, and what is no number was never given.
  return tags.map((tag) => (tag?.[1] === undefined && /^\d{1,15}$/.test(tag?.[2] ?? '') ? Number(tag?.[2]) : -1))
}

/**
 * Asked with the row locked, so that nothing comes between.
 *
 * @throws {Refused} 412 unless the entity has one of the versions.
 */
export function requireVersion(wanted: readonly number[] | undefined, version: number | undefined): void {
  if (wanted && (version === undefined || !wanted.includes(version)))
    throw new Refused('invalid_request', 'It has changed since the version that If-Match names: read it again', {
      status: 412,
      headers: version === undefined ? {} : { etag: `"${version}"` },
    })
}
