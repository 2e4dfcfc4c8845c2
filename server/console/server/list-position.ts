/** Where a page of a list begins: after the row with these values of its order. */
export type Position = readonly [key: string, id: string]

/** A position as part of an address. */
export function writePosition(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

/** Reads a position from an address; anything else is the beginning of the list. */
export function readPosition(text: string | undefined): Position | undefined {
  try {
    const [key, id, ...more] = JSON.parse(Buffer.from(text ?? '', 'base64url').toString('utf8')) as unknown[]
    const isOne =
      typeof key === 'string' && typeof id === 'string' && more.length === 0 && !`${key}${id}`.includes('\0')
    return isOne ? [key, id] : undefined
  } catch {
    return undefined
  }
}

/** What people look for, as they wrote it: trimmed, and without what no text of a database holds. */
export const readSearch = (text: string | undefined): string => (text ?? '').replaceAll('\0', '').trim().slice(0, 200)
