import { expect, test } from 'vitest'
import { newMentions } from './mentions.ts'
import { fromPlainText } from './plain-text.ts'
import { sanitizeHtml } from './sanitize.ts'

const mention = (id: string) => `<a class="stream-user-id avatar" rel="${id}">@Name</a>`

test('mentions of clean HTML are found, each once, in any order of attributes', () => {
  const html = `${mention('KUAAAAAQ')} and <a rel="KUAAAAAR" href="https://example.org/" class="stream-user-id avatar">x</a>`
  expect(newMentions(sanitizeHtml(html + mention('KUAAAAAQ')))).toEqual(['KUAAAAAQ', 'KUAAAAAR'])
  expect(newMentions(sanitizeHtml(html), mention('KUAAAAAQ'))).toEqual(['KUAAAAAR'])
})

test('what only looks like one is none', () => {
  const quoted = mention('KUAAAAAQ')
  for (const html of [
    fromPlainText(quoted),
    sanitizeHtml('<a rel="KUAAAAAQ" href="https://example.org/">x</a>'),
    sanitizeHtml('<a class="stream-user-id avatar" rel="nobody">x</a>'),
    sanitizeHtml(`<img src="https://example.org/x.png" alt='${quoted}'>`),
    sanitizeHtml('&lt;a class="stream-user-id avatar" rel="KUAAAAAQ"&gt;'),
  ])
    expect(newMentions(html)).toEqual([])
})
