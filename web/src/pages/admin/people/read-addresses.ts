/** Somebody to invite: an address, and a name where one was written with it. */
export interface Invitee {
  email: string
  firstName?: string
  lastName?: string
}

const address = /^[^\s@<>()",;:]+@[^\s@<>()",;:]+\.[^\s@<>()",;:.]{2,}$/

/**
 * The addresses in a text as people paste it: separated by commas, semicolons or lines (or spaces, where there are only
 * addresses), alone or as "Ben Birch <ben@example.com>". Each once; `wrong` is what is no address.
 */
export function readAddresses(text: string): { invitees: Invitee[]; wrong: string[] } {
  const byEmail = new Map<string, Invitee>()
  const wrong: string[] = []
  for (const part of text.split(/[,;\n]/).flatMap(apart)) {
    const [, name = '', inside] = /^(.*?)\s*<([^<>]*)>$/.exec(part) ?? []
    const email = (inside ?? part).trim().toLowerCase()
    if (!address.test(email)) wrong.push(part)
    else if (!byEmail.has(email)) byEmail.set(email, { email, ...named(name) })
  }
  return { invitees: [...byEmail.values()], wrong }
}

function apart(part: string): string[] {
  const text = part.trim()
  if (text === '') return []
  const words = text.split(/\s+/)
  return words.every((word) => address.test(word)) ? words : [text]
}

function named(text: string): Pick<Invitee, 'firstName' | 'lastName'> {
  const name = text.replace(/^["']|["']$/g, '').trim()
  if (name === '') return {}
  const [first = '', ...rest] = name.split(/\s+/)
  return { firstName: first, ...(rest.length > 0 && { lastName: rest.join(' ') }) }
}
