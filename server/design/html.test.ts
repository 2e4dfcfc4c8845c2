import { expect, test } from 'vitest'
import { message } from '#mail/message.ts'
import { html } from './html.ts'

test('what is put into a page is escaped, pieces of pages are not', () => {
  const hostile = `"><script>'&`
  expect(html`<p title="${hostile}">${html`<b>${hostile}</b>`}</p>`.text).toBe(
    '<p title="&quot;&gt;&lt;script&gt;&#39;&amp;"><b>&quot;&gt;&lt;script&gt;&#39;&amp;</b></p>',
  )
  expect(html`${[1, 'a', html`<i>`]}${false}${null}${undefined}${''}${0}`.text).toBe('1a<i>0')
})

test('a mail escapes what people wrote, and its subject stays one line', () => {
  const words = { subject: 'Hi\r\nBcc: all@example.com', paragraphs: ['<b>one</b>\ntwo'], reason: 'r' }
  const { subject, text, html } = message({ ...words, action: { label: 'Go', url: 'http://localhost/?a=1&b=2' } })
  expect(subject).toBe('Hi Bcc: all@example.com')
  expect(text).toBe('<b>one</b>\ntwo\n\nGo:\nhttp://localhost/?a=1&b=2\n\n-- \nr')
  expect(html).toContain('&lt;b&gt;one&lt;/b&gt;<br>two')
  expect(html).toContain('href="http://localhost/?a=1&amp;b=2"')
})
