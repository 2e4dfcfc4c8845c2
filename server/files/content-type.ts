/** Enough of a file to know its type by. */
export const headLength = 4100

/**
 * What a file is: by its first bytes where they tell, else by its name. A name never makes an image of what is none.
 */
export async function contentTypeOf(head: Buffer, name: string): Promise<string> {
  // Loaded when a file first asks for it.
  const { fileTypeFromBuffer } = await import('file-type')
  const found = await fileTypeFromBuffer(head).catch(() => undefined)
  const named = byEnding[/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '']
  if (!found) return named?.startsWith('text/') && head.includes(0) ? unknown : (named ?? unknown)
  // Formats inside these two are told by the name only.
  if (found.mime === 'application/zip' || found.mime === 'application/x-cfb' || found.mime === 'application/xml')
    return named ?? found.mime
  return found.mime
}

const unknown = 'application/octet-stream'

/** Types that have no mark in their first bytes, or share it with others. */
const byEnding: Record<string, string> = {
  txt: 'text/plain',
  log: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  ics: 'text/calendar',
  vcf: 'text/vcard',
  css: 'text/css',
  htm: 'text/html',
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
  xml: 'application/xml',
  yaml: 'application/yaml',
  yml: 'application/yaml',
  svg: 'image/svg+xml',
  eml: 'message/rfc822',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  msg: 'application/vnd.ms-outlook',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
}

/** The type a file is given out with: what a browser could run in the server's name is plain bytes. */
export function harmlessType(contentType: string): string {
  if (/^(image\/(png|jpeg|gif|webp|avif)|audio\/[\w.-]+|video\/[\w.-]+|application\/(pdf|zip|json))$/.test(contentType))
    return contentType
  if (/^text\/(plain|csv|markdown|calendar)$/.test(contentType)) return `${contentType};charset=UTF-8`
  return /^application\/(msword|vnd\.(ms-|openxmlformats-|oasis\.)[\w.-]+)$/.test(contentType) ? contentType : unknown
}
