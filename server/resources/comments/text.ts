import { invalidValue } from '#contract/errors.ts'
import { fromPlainText, toPlainText } from '#richtext/plain-text.ts'
import { sanitizeHtml } from '#richtext/sanitize.ts'

/**
 * The text of a comment as it is kept: clean HTML.
 *
 * @throws {Refused} `invalid_parameter` if nothing is left of it.
 */
export function commentText(input: { text: string; plainText?: boolean | undefined }): string {
  const html = input.plainText ? fromPlainText(input.text) : sanitizeHtml(input.text)
  if (toPlainText(html).trim() === '' && !html.includes('<img'))
    throw invalidValue('text', 'text that is not empty once hostile HTML is removed')
  return html
}
