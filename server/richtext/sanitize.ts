import sanitize from 'sanitize-html'
import { fromPlainText } from './plain-text.ts'

/** What text may hold (docs/compatibility.md, "Text"). Everything else loses its tag and keeps its words. */
const tags =
  'p br b strong i em u s strike del sub sup h1 h2 h3 h4 ul ol li blockquote code pre hr a span table thead tbody tr td th img label input'.split(
    ' ',
  )

const colour = [/^#[0-9a-f]{3,8}$/i, /^rgba?\([\d .,%]+\)$/i, /^[a-z]{3,30}$/i]
const contactId = /^K[A-Z2-7]{7}$/
const absolute = /^(?:https?:\/\/|mailto:)/i
const mention = 'stream-user-id avatar'

const options: sanitize.IOptions = {
  allowedTags: tags,
  nonTextTags: [
    'script',
    'style',
    'iframe',
    'noscript',
    'textarea',
    'option',
    'template',
    'svg',
    'math',
    'object',
    'embed',
  ],
  allowedAttributes: { a: ['href', 'class', 'rel'], span: ['style'], img: ['src', 'alt'], input: ['type', 'checked'] },
  allowedStyles: { span: { color: colour, 'background-color': colour } },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: ['http', 'https'] },
  allowProtocolRelative: false,
  selfClosing: ['br', 'hr', 'img', 'input'],
  // Nobody writes deeper.
  nestingLimit: 100,
  transformTags: {
    // The class and the contact id belong to a mention only.
    a: (tagName, { href, class: name, rel }) => ({
      tagName,
      attribs: {
        ...address('href', href),
        ...(name === mention && rel !== undefined && contactId.test(rel) ? { class: mention, rel } : {}),
      },
    }),
    img: (tagName, { src, alt }) => ({
      tagName,
      attribs: { ...address('src', src), ...(alt === undefined ? {} : { alt: alt.replace(/\s+/g, ' ') }) },
    }),
    input: (tagName, { type, checked }) => ({
      tagName,
      attribs: { ...(type === undefined ? {} : { type }), ...(checked === undefined ? {} : { checked: '' }) },
    }),
  },
  exclusiveFilter: ({ tag, attribs }) =>
    (tag === 'input' && attribs.type !== 'checkbox') || (tag === 'img' && attribs.src === undefined),
}

/** The attribute, if its address is absolute: a relative one would mean a page of this server. Blanks have no place in it. */
function address(name: string, value: string | undefined): Record<string, string> {
  const bare = value?.replace(/\s+/g, '')
  return bare !== undefined && absolute.test(bare) ? { [name]: bare } : {}
}

/** More tags than any text has. The parser's time grows with the square of those left open: 0.3 s for as many as this. */
const mostTags = 50_000
/** What the parser makes of `<p><pre>` is read differently the second time; a third time settles it. */
const mostPasses = 5

/**
 * Cleans HTML from outside by an allow-list. A newline becomes `<br />`, as in the original; the result is stable: cleaning
 * it again changes nothing. What is made to be slow or never to settle is taken as plain text.
 */
export function sanitizeHtml(html: string): string {
  if (!/[<&>]/.test(html)) return withBreaks(html)
  if ((html.match(/<[a-z]/gi)?.length ?? 0) > mostTags) return fromPlainText(html)
  let clean = withBreaks(sanitize(html, options))
  for (let pass = 1; pass < mostPasses; pass++) {
    const again = withBreaks(sanitize(clean, options))
    if (again === clean) return clean
    clean = again
  }
  return fromPlainText(html)
}

const withBreaks = (html: string): string => html.replace(/\r\n?|\n/g, '<br />')
