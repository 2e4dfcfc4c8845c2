import type { TSchema } from 'typebox'
import { resources } from '#resources/index.ts'
import type { Operation } from './operation.ts'
import { mentionedIn, modelsOf, nameOf, spaced, typeText } from './sdk-types.ts'

/**
 * The TypeScript client's part that follows from the contract: file name → text, one file for each resource, with the
 * models it answers with and its operations as values. `npm run generate` writes them to `sdk/src/generated`.
 */
export function sdkFiles(): Map<string, string> {
  const all = Object.entries(resources).map(([name, bound]) => ({
    file: kebab(name),
    operations: bound.map(({ operation }) => operation),
  }))
  const homes = modelHomes(all)
  const files = new Map(all.map(({ file, operations }) => [`${file}.ts`, resourceText(file, operations, homes)]))
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

function resourceText(file: string, operations: readonly Operation[], homes: ReadonlyMap<string, string>): string {
  const models = modelsOf(operations.flatMap((operation) => Object.values(operation.kinds)))
  const own = [...models].filter(([name]) => homes.get(name) === file)
  const used = new Set([
    ...own.flatMap(([, schema]) => mentionedIn(schema, true)),
    ...operations.flatMap((operation) => Object.values(operation.kinds)).flatMap((schema) => mentionedIn(schema)),
  ])
  const imports = Map.groupBy(
    [...used].filter((name) => homes.get(name) !== file),
    (name) => homes.get(name) as string,
  )
  const importLines = [...imports]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([from, names]) => `import type { ${names.sort().join(', ')} } from './${from}.ts'\n`)
  return [
    header,
    "import { operation } from '../operation.ts'\n",
    ...importLines,
    ...own.map(
      ([name, schema]) => `\n${docOf(schema.description)}export interface ${name} ${typeText(schema, 0, true)}\n`,
    ),
    ...operations.map(operationText),
  ].join('')
}

function operationText(operation: Operation): string {
  const inputName = `${upper(operation.id)}Input`
  const parameters = Object.entries(operation.parameters).filter(([, schema]) => !('onlyV3' in schema))
  const members = [
    ...parameters.map(([name, schema]) => memberText(name, schema)),
    ...(operation.fields
      ? [
          memberText('fields', {
            '~optional': true,
            description: 'Members that come only when they are asked for.',
            type: 'array',
            items: { enum: operation.fields },
          } as unknown as TSchema),
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
          .map((model) => typeText(model))
          .join(' | ')
  const facts = [
    `id: ${quoted(operation.id)}`,
    `method: ${quoted(operation.method)}`,
    `paths: [${operation.paths.map(quoted).join(', ')}]`,
    ...(operation.body === 'binary' ? [`body: 'binary'`] : []),
    ...(operation.answer === 'binary' ? [`answer: 'binary'`] : []),
    ...(operation.pageToken ? [`pageToken: ${quoted(operation.pageToken)}`] : []),
  ]
  return `
/** What {@link ${operation.id}} takes. */
export interface ${inputName} {
${members.join('')}}

${docOf([operation.summary, operation.description].filter(Boolean).join('. '))}export const ${operation.id} = /* @__PURE__ */ operation<${inputName}, ${rows}>({
${facts.map((fact) => `  ${fact},\n`).join('')}})
`
}

function memberText(name: string, schema: TSchema): string {
  const description = (schema as { description?: string }).description
  return `${description ? `  /** ${commented(description)} */\n` : ''}  ${name}${'~optional' in schema ? '?' : ''}:${spaced(typeText(schema, 1))}\n`
}

const docOf = (text: string | undefined): string => (text ? `/** ${commented(text)} */\n` : '')
const commented = (text: string): string => text.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ')
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
