import { deprecationText } from '#contract/deprecation.ts'
import { escapeText } from '#design/html.ts'
import { changelog, deprecatedNow, type Entry } from './changelog.ts'

interface FeedEntry {
  anchor: string
  title: string
  /** RFC 3339 */
  updated: string
  text: string
}

/**
 * The changelog as an Atom feed (RFC 4287): an entry for each deprecation and each release, with the address of its place on
 * the page as its id.
 *
 * @param published when the running contract was first served here: the moment of what is in no release yet.
 */
export function changelogFeed(publicUrl: string, published: Date): string {
  const page = `${publicUrl}/developers/changelog`
  const entries = [
    ...deprecatedNow().map(
      ({ anchor, what, deprecation }): FeedEntry => ({
        anchor,
        title: `Deprecated: ${what}`,
        updated: `${deprecation.since}T00:00:00Z`,
        text: deprecationText(deprecation),
      }),
    ),
    ...changelog().map((entry): FeedEntry => releaseEntry(entry, published)),
  ].sort((a, b) => b.updated.localeCompare(a.updated))
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>Changes of the API of ${escapeText(publicUrl)}</title>
<id>${escapeText(page)}</id>
<link rel="alternate" type="text/html" href="${escapeText(page)}"/>
<link rel="self" type="application/atom+xml" href="${escapeText(`${page}.atom`)}"/>
<updated>${entries[0]?.updated ?? published.toISOString()}</updated>
<author><name>Taskwright</name></author>
${entries
  .map(
    ({ anchor, title, updated, text }) => `<entry>
<title>${escapeText(title)}</title>
<id>${escapeText(`${page}#${anchor}`)}</id>
<link rel="alternate" type="text/html" href="${escapeText(`${page}#${anchor}`)}"/>
<updated>${updated}</updated>
<content type="text">${escapeText(text)}</content>
</entry>`,
  )
  .join('\n')}
</feed>
`
}

function releaseEntry({ anchor, version, date, differences, deprecated, isFirst }: Entry, published: Date): FeedEntry {
  const lines = [
    ...differences.map(({ change, says }) => `${change}: ${says}`),
    ...deprecated.map(({ what }) => `deprecated: ${what}`),
  ]
  return {
    anchor,
    title: version ? `API contract ${version}` : 'Not released yet',
    updated: date ? `${date}T00:00:00Z` : published.toISOString(),
    text: isFirst ? 'The first contract on record.' : lines.join('\n'),
  }
}
