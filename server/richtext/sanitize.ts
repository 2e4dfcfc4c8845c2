import sanitize from 'sanitize-html'

/** What text may hold (docs/compatibility.md, "Text"). Everything else loses its tag and keeps its words. */
const tags =
  'p br b strong i em u s strike del sub sup h1 h2 h3 h4 ul ol li blockquote code pre hr a span table thead tbody tr td th img label input'.split(
    ' ',
  )

const colour = [/^#[0-9a-f]{3,8}$/i, /^rgba?\([\d\s.,%]+\)$/i, /^[a-z]{3,30}$/i]
const contactId = /^K[A-Z2-7]{7}$/
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
  transformTags: {
    // The class and the contact id belong to a mention only.
    a: (tagName, { href, class: name, rel }) => ({
      tagName,
      attribs: {
        ...(href === undefined ? {} : { href }),
        ...(name === mention && rel !== undefined && contactId.test(rel) ? { class: mention, rel } : {}),
      },
    }),
  },
  exclusiveFilter: ({ tag, attribs }) => tag === 'input' && attribs.type !== 'checkbox',
}

/**
 * Cleans HTML from outside by an allow-list. A newline becomes `<br />`, as in the original; the result is stable: cleaning
 * it again changes nothing.
 */
export function sanitizeHtml(html: string): string {
  const clean = /[<&>]/.test(html) ? sanitize(html, options) : html
  return clean.replace(/\r\n?|\n/g, '<br />')
}
