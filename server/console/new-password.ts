/** Length is what makes a password strong; longer than 200 signs only costs time to hash. */
const shortest = 10
const longest = 200

export const passwordHint = `At least ${shortest} characters. A few random words are good.`

/** Tells why a password can't be taken, as a sentence for people; undefined if it can. */
export function passwordFault(password: string, about: { email?: string } = {}): string | undefined {
  if (password.length < shortest) return `Choose a password of at least ${shortest} characters`
  if (password.length > longest) return `Choose a password of at most ${longest} characters`
  if (new Set(password).size < 4) return 'Choose a password with more than three different characters'
  const name = about.email?.split('@')[0]
  if (password.toLowerCase() === about.email?.toLowerCase()) return 'Choose a password that is not your email address'
  return name && name.length > 3 && password.toLowerCase().replaceAll(name.toLowerCase(), '').length < 4
    ? 'Choose a password that is more than your name'
    : undefined
}
