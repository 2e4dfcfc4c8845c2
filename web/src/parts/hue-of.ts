/** Multiples of it, however many, stay far from one another on the circle. */
const goldenAngle = 137.508

/** Of ids: their last letters count on from one to the next. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The hue of a person, in degrees: the same everywhere, and far from those who came just before and after. */
export function hueOf(id: string): number {
  let sum = 0
  for (const letter of id) sum = (Math.imul(sum, alphabet.length) + alphabet.indexOf(letter)) >>> 0
  return Math.round((sum * goldenAngle) % 360)
}
