import type { Deprecation } from '#contract/deprecation.ts'
import { anchorOf } from './declared.ts'

/**
 * What an answer says of the deprecated things that its request used: since when (RFC 9745), until when if there is an end
 * (RFC 8594), and where to read about it. Of several the earliest.
 */
export function deprecationHeaders(used: ReadonlyMap<string, Deprecation>, publicUrl: string): Record<string, string> {
  const earliest = (dates: readonly (string | undefined)[]): number =>
    Math.min(...dates.map((date) => (date === undefined ? Number.POSITIVE_INFINITY : Date.parse(date))))
  const all = [...used.values()]
  const end = earliest(all.map(({ until }) => until))
  return {
    deprecation: `@${earliest(all.map(({ since }) => since)) / 1000}`,
    ...(Number.isFinite(end) ? { sunset: new Date(end).toUTCString() } : {}),
    link: [...used.keys()]
      .map((subject) => `<${publicUrl}/developers/changelog#${anchorOf(subject)}>; rel="deprecation"; type="text/html"`)
      .join(', '),
  }
}
