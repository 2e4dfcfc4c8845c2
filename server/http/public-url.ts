let origin = 'http://127.0.0.1:8080'

/** Tells where people reach this server; said once, before it answers. */
export function setPublicUrl(url: string): void {
  origin = url
}

/** Origin for links in answers, without a slash at the end. */
export const publicUrl = (): string => origin

/** Address of a task, folder or space for people: a number in place of an id, as in the original. */
export const permalink = (number: number): string => `${origin}/open.htm?id=${number}`

/** The number in a permalink; undefined if the text is none. */
export function permalinkNumber(text: string): number | undefined {
  const number = /\/open\.htm\?id=(\d{1,16})$/.exec(text)?.[1]
  return number === undefined ? undefined : Number(number)
}
