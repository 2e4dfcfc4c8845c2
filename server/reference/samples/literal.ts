/** How a language writes values. */
export interface Notation {
  text(value: string): string
  /** Name of a member, with what follows it: `title: `. */
  member(name: string): string
  words: { true: string; false: string; null: string }
  /** Between the braces and the members of an object on one line. */
  pad: '' | ' '
  /** Lines of a list end with a comma, the last too. */
  trailing: '' | ','
  indent: number
}

const json: Notation = {
  text: (value) => JSON.stringify(value),
  member: (name) => `${JSON.stringify(name)}: `,
  words: { true: 'true', false: 'false', null: 'null' },
  pad: ' ',
  trailing: '',
  indent: 2,
}

export const notations = {
  json,
  typescript: {
    ...json,
    text: (value) => `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`,
    member: (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? `${name}: ` : `'${name}': `),
    trailing: ',',
  },
  python: { ...json, words: { true: 'True', false: 'False', null: 'None' }, pad: '', trailing: ',', indent: 4 },
} satisfies Record<string, Notation>

const widest = 88

/** A piece of code that stands in place of a value. */
export class Code {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/**
 * A value as a language writes it: on one line if it fits behind what stands before it (`used` signs), else on several.
 * `at` is how deep the line is indented that it begins on.
 */
export function literal(value: unknown, notation: Notation, at = 0, used = at): string {
  if (value instanceof Code) return value.text
  if (typeof value === 'string') return notation.text(value)
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean' || value === null) return notation.words[String(value) as 'true']
  const oneLine = inLine(value as object, notation)
  return used + oneLine.length <= widest ? oneLine : onLines(value as object, notation, at)
}

function inLine(value: object, notation: Notation): string {
  const parts = partsOf(value, notation).map(
    ([name, part]) => name + literal(part, notation, 0, Number.NEGATIVE_INFINITY),
  )
  if (parts.length === 0) return Array.isArray(value) ? '[]' : '{}'
  return Array.isArray(value) ? `[${parts.join(', ')}]` : `{${notation.pad}${parts.join(', ')}${notation.pad}}`
}

function onLines(value: object, notation: Notation, at: number): string {
  const inner = at + notation.indent
  const lines = partsOf(value, notation).map(
    ([name, part]) => ' '.repeat(inner) + name + literal(part, notation, inner, inner + name.length + 1),
  )
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${lines.join(',\n')}${notation.trailing}\n${' '.repeat(at)}${close}`
}

function partsOf(value: object, { member }: Notation): [string, unknown][] {
  if (Array.isArray(value)) return value.map((part) => ['', part])
  return Object.entries(value).map(([name, part]) => [member(name), part])
}
