import fc from 'fast-check'

const word = fc.stringMatching(/^[a-zäé&<]{1,4}$/).map((text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;'))
const words = fc.array(word, { minLength: 1, maxLength: 2 }).map((all) => all.join(' '))
const marked = fc.oneof(
  words,
  ...['strong', 'em', 'u', 's', 'code', 'sub', 'sup'].map((tag) => words.map((text) => `<${tag}>${text}</${tag}>`)),
  words.map((text) => `<a href="https://example.org/?a=1&amp;b=2">${text}</a>`),
  words.map((text) => `<a class="stream-user-id avatar" rel="KUAAAAAQ">@${text}</a>`),
  words.map((text) => `<span style="color:#ff0000;background-color:yellow">${text}</span>`),
  fc.constant('<br />'),
  fc.constant('<img src="https://pictures.example.org/pond.png" alt="a pond" />'),
)
/** Marks of one kind beside one another are one: words stand between. */
const line = fc
  .array(fc.tuple(words, marked), { minLength: 1, maxLength: 3 })
  .map((all) => `${all.flat().join(' ').replaceAll('<br /> ', '<br />')} end`.replace('<br /> ', '<br />'))
const paragraph = line.map((text) => `<p>${text}</p>`)
const box = fc.constantFrom('<input type="checkbox" />', '<input type="checkbox" checked />')
const list = (tag: string) =>
  fc
    .array(fc.tuple(paragraph, fc.option(paragraph, { nil: '' })), { minLength: 1, maxLength: 3 })
    .map(
      (items) =>
        `<${tag}>${items.map(([text, below]) => `<li>${text}${below && `<ul><li>${below}</li></ul>`}</li>`).join('')}</${tag}>`,
    )
const table = fc.array(fc.tuple(paragraph, paragraph), { minLength: 1, maxLength: 3 }).map((rows) => {
  const row = (tag: string, [one, other]: [string, string]) =>
    `<tr><${tag}>${one}</${tag}><${tag}>${other}</${tag}></tr>`
  return `<table><tbody>${rows.map((cells, at) => row(at === 0 ? 'th' : 'td', cells)).join('')}</tbody></table>`
})

/** A block of a text, as the editor writes it and the API keeps it; paragraphs part lists that would be one. */
export const anyText: fc.Arbitrary<string> = fc
  .oneof(
    fc.tuple(fc.constantFrom('h1', 'h2', 'h3', 'h4'), words).map(([tag, text]) => `<${tag}>${text}</${tag}>`),
    list('ul'),
    list('ol'),
    fc
      .array(fc.tuple(box, paragraph), { minLength: 1, maxLength: 3 })
      .map((items) => `<ul>${items.map(([tick, text]) => `<li><label>${tick}</label>${text}</li>`).join('')}</ul>`),
    paragraph.map((text) => `<blockquote>${text}</blockquote>`),
    fc.array(words, { minLength: 1, maxLength: 3 }).map((lines) => `<pre><code>${lines.join('<br />')}</code></pre>`),
    fc.constant('<hr />'),
    table,
  )
  .chain((block) => paragraph.map((text) => `${block}${text}`))
