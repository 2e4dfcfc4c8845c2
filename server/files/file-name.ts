const longest = 255

/**
 * The name of a file as a header or a path has it, made harmless for people and for programs that save it: one line, no
 * folders, no signs that control or turn the text. The whole text is the name.
 *
 * @returns an empty text if nothing of it is a name.
 */
export function cleanFileName(text: string): string {
  const plain = text.toWellFormed().normalize('NFC').replace(unseen, '').replace(/[/\\]/g, '_').trim()
  return /^\.*$/.test(plain) ? '' : shortened(plain)
}

/** Control signs, separators of lines, and those that turn the direction of writing ("gpj.exe" that reads "exe.jpg"). */
const unseen = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu

/**
 * Reads the header X-File-Name: bytes that are UTF-8 are read as such, percent-encoding is undone where all of it is
 * valid, as browsers' programs send it; anything else is taken literally.
 */
export function nameInHeader(value: string): string {
  const text = utf8(Buffer.from(value, 'latin1')) ?? value
  if (!/%[0-9A-Fa-f]{2}/.test(text)) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function utf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The ending is kept, and no sign is cut in two. */
function shortened(name: string): string {
  if (name.length <= longest) return name
  const ending = /\.[\p{L}\p{N}]{1,16}$/u.exec(name)?.[0] ?? ''
  const start = name.slice(0, longest - ending.length)
  return `${start.replace(/[\uD800-\uDBFF]$/, '').trimEnd()}${ending}`
}

/** Content-Disposition (RFC 6266): the name in plain ASCII for old clients, and in full as RFC 8187 writes it. */
export function contentDisposition(disposition: 'attachment' | 'inline', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/gu, '_')
  const full = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${disposition}; filename="${ascii}"${ascii === name ? '' : `; filename*=UTF-8''${full}`}`
}
