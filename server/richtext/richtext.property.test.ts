import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { briefDescription } from './brief.ts'
import { fromPlainText, toPlainText } from './plain-text.ts'
import { sanitizeHtml } from './sanitize.ts'

/** Tags, attributes and words of attacks, to be put together in any order. */
const shard = fc.constantFrom(
  ...(
    '<script> </script> <SCRIPT/x> <img <a <svg <math> <style> </style> <iframe> <b> </b> <p> </p> <li> <span <input <pre> ' +
    '<br <table> <td> </a> </textarea> <textarea> <noscript> <template> <!-- --> <![CDATA[ ]]> <? ?> > < / = " \' ` & ; '
  ).split(' '),
  ' onerror=alert(1) ',
  ' onclick="alert(1)" ',
  ' href=javascript:alert(1) ',
  ' href="java\nscript:alert(1)" ',
  ' href="&#106;avascript:alert(1)" ',
  ' href="https://example.org/?a=1&b=2" ',
  ' src=data:text/html,x ',
  ' src="https://example.org/x.png" ',
  ' style="color: red; background: url(javascript:x)" ',
  ' class="stream-user-id avatar" rel="KUAAAAAQ" ',
  ' alt="a\nb" ',
  ' type=checkbox checked ',
  '&lt;script&gt;',
  '&#60;script&#62;',
  '&#10;',
  '&amp;lt;',
  '&nbsp;',
  '\n',
  '\r\n',
  '\0',
  'words',
)
const hostile = fc
  .array(fc.oneof({ weight: 4, arbitrary: shard }, fc.string({ maxLength: 4 })), { maxLength: 20 })
  .map((shards) => shards.join(''))

/** The tags of clean HTML: in it `<` opens nothing else. */
const tagsOf = (html: string): string[] => html.match(/<[^>]*>?/g) ?? []
const cleanTag =
  /^<(?:\/?(?:p|b|strong|i|em|u|s|strike|del|sub|sup|h[1-4]|ul|ol|li|blockquote|code|pre|table|thead|tbody|tr|td|th|label)|\/?span|\/?a|(?:br|hr) \/|span style="(?:(?:background-)?color:[^":;]+;?)*"|a(?: href="(?:https?:|mailto:)[^"]*")?(?: class="stream-user-id avatar" rel="K[A-Z2-7]{7}")?|img(?: (?:src="https?:[^"]*"|alt="[^"]*"))+ \/|input(?: (?:type="checkbox"|checked(?:="[^"]*")?))+ \/)>$/i

describe('cleaning', () => {
  test('what runs never comes out', () => {
    const attacks = [
      '<script>alert(1)</script>',
      '<scr<script>ipt>alert(1)</scr</script>ipt>',
      '<img src=x onerror=alert(1)>',
      '<svg/onload=alert(1)>',
      '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
      '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
      '<a href="javascript:alert(1)">x</a>',
      '<a href=" &#14; javascript:alert(1)">x</a>',
      '<a href="jav&#x09;ascript:alert(1)">x</a>',
      '<a href="//evil.example/">x</a>',
      '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
      '<a href="vbscript:msgbox(1)">x</a>',
      '<iframe src="https://evil.example"></iframe>',
      '<iframe srcdoc="<script>alert(1)</script>">',
      '<body onload=alert(1)>',
      '<div style="background:url(javascript:alert(1))">x</div>',
      '<span style="color: expression(alert(1))">x</span>',
      '<span style="color: red; position: fixed">x</span>',
      '<input onfocus=alert(1) autofocus>',
      '<input type=checkbox onfocus=alert(1) autofocus checked>',
      '<form action="https://evil.example"><input type=submit></form>',
      '<object data="x.swf"></object><embed src="x.swf">',
      '<link rel=stylesheet href="https://evil.example"><meta http-equiv=refresh content="0;url=x"><base href="x">',
      '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
      '<style><img src="</style><img src=x onerror=alert(1)//">',
      '<textarea><script>alert(1)</script></textarea>',
      '<!--<img src="--><img src=x onerror=alert(1)//">',
      '<![CDATA[<script>alert(1)</script>]]>',
      '<b <script>alert(1)</script>0',
      '<img alt="\n<script>alert(1)</script>" src="https://example.org/x.png">',
    ]
    for (const attack of attacks) {
      const clean = sanitizeHtml(attack)
      for (const tag of tagsOf(clean)) expect(tag, `${attack} → ${clean}`).toMatch(cleanTag)
    }
  })
  test('allowed words, links, colours and mentions stay', () => {
    for (const html of [
      '<h3>Plan</h3><ul><li><b>one</b></li><li>two</li></ul>',
      '<a href="https://example.org/?a=1&amp;b=2">link</a> <a href="mailto:ann@example.org">mail</a>',
      '<a class="stream-user-id avatar" rel="KUAAAAAQ">@Anna</a>',
      '<span style="color:#ff0000;background-color:rgb(1, 2, 3)">red</span>',
      '<table><tbody><tr><td>1</td></tr></tbody></table>',
      '<img src="https://example.org/x.png" alt="a pond" />',
      'one<br />two',
    ]) {
      expect(sanitizeHtml(html)).toBe(html)
    }
    expect(sanitizeHtml('a\nb\r\nc')).toBe('a<br />b<br />c')
    expect(sanitizeHtml('1 < 2 & 3')).toBe('1 &lt; 2 &amp; 3')
    expect(sanitizeHtml('<div>kept <font color=red>words</font></div>')).toBe('kept words')
    expect(sanitizeHtml('<a class="button" rel="KUAAAAAQ" href="/oauth2/authorize">x</a>')).toBe('<a>x</a>')
  })
  test('only allowed tags come out of anything, and cleaning twice is cleaning once', () => {
    fc.assert(
      fc.property(hostile, (html) => {
        const clean = sanitizeHtml(html)
        for (const tag of tagsOf(clean)) expect(tag).toMatch(cleanTag)
        expect(sanitizeHtml(clean)).toBe(clean)
        expect(clean).not.toMatch(/[\r\n]/)
      }),
      { numRuns: 3000 },
    )
  })
  test('a megabyte made to be slow is not', () => {
    for (const part of ['<a', '<b>', '<b ', '</p>', '&', '<!--', '<br ', '"', '<a href="', '\n']) {
      const started = performance.now()
      toPlainText(part.repeat(1_000_000 / part.length))
      toPlainText(sanitizeHtml(part.repeat(1_000_000 / part.length)))
      expect(performance.now() - started, part).toBeLessThan(5000)
    }
  })
})

describe('plain text', () => {
  test('goes into HTML and comes back, newlines made one kind', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), hostile), (text) => {
        const html = fromPlainText(text)
        expect(toPlainText(html)).toBe(text.replace(/\r\n?/g, '\n').replace(/\n+$/, ''))
        expect(html).not.toMatch(/<(?!br \/>)/)
      }),
      { numRuns: 2000 },
    )
  })
  test('has lines where HTML has blocks and breaks', () => {
    expect(toPlainText('<p>one</p><p>two<br />three</p><ul><li>four &amp; &#39;five&#39;</li></ul>')).toBe(
      "one\ntwo\nthree\nfour & 'five'",
    )
    expect(toPlainText('1 &lt; 2 and &lt;b&gt;')).toBe('1 < 2 and <b>')
  })
  test('is brief on one line, cut between words', () => {
    expect(briefDescription('<p>one</p><p>two</p>')).toBe('one two')
    const brief = briefDescription('<b>word</b> '.repeat(100), 50)
    expect(brief).toMatch(/ word…$/)
    fc.assert(
      fc.property(hostile, fc.integer({ min: 5, max: 60 }), (html, longest) => {
        const line = briefDescription(sanitizeHtml(html), longest)
        expect(line.length).toBeLessThanOrEqual(longest)
        expect(line).not.toMatch(/[\r\n]/)
      }),
    )
  })
})
