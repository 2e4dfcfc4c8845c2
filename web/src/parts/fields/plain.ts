/** The text in a value that is kept as markup, as those of text fields are. */
export function plainText(markup: string): string {
  if (!/[<&]/.test(markup)) return markup
  const lines = markup.replace(/<br\s*\/?>|<\/(p|div|li)>(?=.)/gi, '\n')
  return new DOMParser().parseFromString(lines, 'text/html').body.textContent ?? ''
}

/** Text as markup, so that what looks like a tag stays text. */
export const asMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
