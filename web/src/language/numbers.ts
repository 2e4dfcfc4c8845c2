import { locale } from './language.ts'

const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(12345678.9)
const partOf = (type: 'group' | 'decimal', otherwise: string): string =>
  parts.find((part) => part.type === type)?.value ?? otherwise
const group = partOf('group', ',')
const decimal = partOf('decimal', '.')
/** Those of the person's script, zero first. */
const digits = [...new Intl.NumberFormat(locale, { useGrouping: false }).format(9876543210)].reverse()

const spaces = /[\s\u00a0\u202f]/g

/**
 * The number that somebody typed as the API writes it ("-1234.5"), or undefined if it is none. Groups and decimals are those of
 * the person's language; signs of money and percent may stand around it, brackets for a negative amount too.
 */
export function parseNumber(text: string): string | undefined {
  const plain = [...text.trim()].map((letter) => (digits.includes(letter) ? digits.indexOf(letter) : letter)).join('')
  const isNegative = /^\(.*\)$/.test(plain) || /^[^\d]*[-−]/.test(plain)
  const bare = plain.replace(/^\((.*)\)$/, '$1').replace(/^[\p{Sc}\p{L}\s+−-]*|[\p{Sc}\p{L}%\s]*$/gu, '')
  const [whole = '', fraction = '', ...rest] = bare.split(decimal)
  if (rest.length > 0 || !/^\d*$/.test(fraction) || (whole === '' && fraction === '')) return undefined
  const joined = withoutGroups(whole)
  if (joined === undefined) return undefined
  const number = `${joined.replace(/^0+(?=\d)/, '') || '0'}${fraction && `.${fraction}`}`
  return isNegative && Number(number) !== 0 ? `-${number}` : number
}

/** "1,234" is 1234, "1,5" is no number where the comma groups. */
function withoutGroups(whole: string): string | undefined {
  if (/^\d*$/.test(whole)) return whole
  const isSpaced = group.trim() === ''
  const marks = isSpaced ? whole.replace(spaces, ' ').split(' ') : whole.replace(spaces, '').split(group)
  const [first = '', ...others] = marks
  const isGrouped = /^\d{1,3}$/.test(first) && others.every((part) => /^\d{2,3}$/.test(part))
  return isGrouped && others.at(-1)?.length === 3 ? marks.join('') : undefined
}
