import type { TSchema } from 'typebox'
import { resources } from '#resources/index.ts'
import { deprecationText } from './deprecation.ts'
import type { Operation } from './operation.ts'
import {
  eachValues,
  keyOf,
  memberDoc,
  modelsOf,
  type NamedValues,
  nameOf,
  spaced,
  typeText,
  unionText,
  type ValueNames,
} from './sdk-types.ts'

/**
 * The TypeScript client's part that follows from the contract: file name → text, one file for each resource, with the
 * models it answers with and its operations as values. `npm run generate` writes them to `sdk/src/generated`.
 */
export function sdkFiles(): Map<string, string> {
  const all = Object.entries(resources).map(([name, bound]) => ({
    file: kebab(name),
    operations: bound.map(({ operation }) => operation),
  }))
  const models = modelHomes(all)
  const values = namedValues(all, models)
  const homes = new Map([...models, ...[...values.values()].map(({ name, file }) => [name, file] as const)])
  const files = new Map(
    all.map(({ file, operations }) => [`${file}.ts`, resourceText(file, operations, homes, values)]),
  )
  files.set('index.ts', `${header}${all.map(({ file }) => `export * from './${file}.ts'`).join('\n')}\n`)
  return files
}

interface ResourceOperations {
  file: string
  operations: readonly Operation[]
}

const header = '// Written by `npm run generate` from the contract. Changes belong there.\n\n'

/** A model lives in the file of the resource that gives it first; the others import it. */
function modelHomes(all: readonly ResourceOperations[]): Map<string, string> {
  const homes = new Map<string, string>()
  for (const { file, operations } of all)
    for (const operation of operations)
      for (const model of Object.values(operation.kinds)) if (nameOf(model)) claim(nameOf(model) as string, file)
  for (const { file, operations } of all)
    for (const name of modelsOf(operations.flatMap((operation) => Object.values(operation.kinds))).keys())
      claim(name, file)
  return homes
  function claim(name: string, file: string): void {
    if (!homes.has(name)) homes.set(name, file)
  }
}

/** Lists of values that stand more than once are named after the first place they stand in. */
function namedValues(all: readonly ResourceOperations[], homes: ReadonlyMap<string, string>): ValueNames {
  const found = new Map<string, NamedValues & { count: number }>()
  const count = (file: string) => (values: readonly string[], owner: string, member: string) => {
    const known = found.get(keyOf(values))
    if (known) known.count++
    else found.set(keyOf(values), { name: `${owner}${upper(singular(member))}`, file, values, count: 1 })
  }
  for (const { file, operations } of all) {
    const models = modelsOf(operations.flatMap((operation) => Object.values(operation.kinds)))
    for (const [name, model] of models) if (homes.get(name) === file) eachValues(model, name, '', count(file))
  }
  for (const { file, operations } of all)
    for (const { id, parameters, fields } of operations) {
      for (const [name, schema] of Object.entries(parameters)) eachValues(schema, upper(id), name, count(file))
      if (fields) eachValues({ enum: fields }, upper(id), 'fields', count(file))
    }
  return new Map([...found].filter(([, one]) => one.count > 1))
}

function resourceText(
  file: string,
  operations: readonly Operation[],
  homes: ReadonlyMap<string, string>,
  values: ValueNames,
): string {
  const models = modelsOf(operations.flatMap((operation) => Object.values(operation.kinds)))
  const body = [
    ...[...values.values()]
      .filter((one) => one.file === file)
      .map(({ name, values: all }) => `\nexport type ${name} =${spaced(unionText(all, 0))}\n`),
    ...[...models]
      .filter(([name]) => homes.get(name) === file)
      .map(([name, schema]) => {
        const says = memberDoc(schema)
        return `\n${says ? `/** ${says} */\n` : ''}export interface ${name} ${typeText(schema, values, 0, true)}\n`
      }),
    ...operations.map((operation) => operationText(operation, values)),
  ].join('')
  const code = body.replaceAll(/'[^']*'|\/\*\*.*?\*\//gs, '')
  const words = new Set(code.match(/\b[A-Z]\w+\b/g))
  const imports = Map.groupBy(
    [...homes.keys()].filter((name) => homes.get(name) !== file && words.has(name)),
    (name) => homes.get(name) as string,
  )
  const importLines = [...imports]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([from, names]) => `import type { ${names.sort().join(', ')} } from './${from}.ts'\n`)
  return [header, "import { operation } from '../operation.ts'\n", ...importLines, body].join('')
}

function operationText(operation: Operation, values: ValueNames): string {
  const inputName = `${upper(operation.id)}Input`
  const parameters = Object.entries(operation.parameters).filter(([, schema]) => !('onlyV3' in schema))
  const members = [
    ...parameters.map(([name, schema]) => memberText(name, schema, values)),
    ...(operation.fields
      ? [
          memberText(
            'fields',
            {
              '~optional': true,
              description: 'Members that come only when they are asked for.',
              type: 'array',
              items: { enum: operation.fields },
            } as unknown as TSchema,
            values,
          ),
        ]
      : []),
    ...(operation.pageToken
      ? [`  /** The page after the one that gave this token. */\n  ${operation.pageToken}?: string\n`]
      : []),
  ]
  const rows =
    operation.answer === 'binary'
      ? 'never'
      : Object.values(operation.kinds)
          .map((model) => typeText(model, values))
          .join(' | ')
  const facts = [
    `id: ${quoted(operation.id)}`,
    `method: ${quoted(operation.method)}`,
    `paths: [${operation.paths.map(quoted).join(', ')}]`,
    ...(operation.body === 'binary' ? [`body: 'binary'`] : []),
    ...(operation.answer === 'binary' ? [`answer: 'binary'`] : []),
    ...(operation.pageToken ? [`pageToken: ${quoted(operation.pageToken)}`] : []),
  ]
  const says = commented(
    [
      [operation.summary, operation.description].filter(Boolean).join('. '),
      operation.deprecated && `@deprecated ${deprecationText(operation.deprecated)}`,
    ]
      .filter(Boolean)
      .join(' '),
  )
  return `
/** What {@link ${operation.id}} takes. */
export interface ${inputName} {
${members.join('')}}

/** ${says} */
export const ${operation.id} = /* @__PURE__ */ operation<${inputName}, ${rows}>({
${facts.map((fact) => `  ${fact},\n`).join('')}})
`
}

function memberText(name: string, schema: TSchema, values: ValueNames): string {
  const says = memberDoc(schema)
  return `${says ? `  /** ${says} */\n` : ''}  ${name}${'~optional' in schema ? '?' : ''}:${spaced(typeText(schema, values, 1))}\n`
}

const commented = (text: string): string => text.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ')
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
const singular = (text: string): string => text.replace(/ies$/, 'y').replace(/(?<!s|u)s$/, '')
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
