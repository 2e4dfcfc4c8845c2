import type { TSchema } from 'typebox'
import { deprecationOf, deprecationText } from '#contract/deprecation.ts'
import { errorStatus } from '#contract/errors.ts'
import type { Operation } from '#contract/operation.ts'
import { isRequired, otherParameters, pathParameters } from '#contract/path-parameters.ts'
import { features } from '#contract/plans.ts'
import type { Api } from '../apis.ts'
import { limits } from '../limits.ts'
import type { Model } from '../models.ts'
import { membersOf } from '../operation-page/answer.ts'
import { errorsOf } from '../operation-page/errors.ts'
import { formOf, innermost, type Told, typeWords } from '../schema-words.ts'

/** The page of an operation for machines that read. */
export function operationMarkdown(api: Api, operation: Operation): string {
  const { id, method, summary, description, paths, fields, deprecated } = operation
  return [
    `# ${summary}`,
    paths.map((path) => `    ${method} ${api.base}${path}`).join('\n'),
    description,
    deprecated && deprecationText(deprecated),
    facts(operation)
      .map((fact) => `- ${fact}`)
      .join('\n'),
    section('Parameters', parameters(operation)),
    fields && `\`fields\`: a list of members that come only when it names them: ${codes(fields)}`,
    section('Answer', answers(operation)),
    section(
      'Errors',
      errorsOf(operation).map(([code, why]) => `- ${errorStatus[code]} \`${code}\`: ${why}`),
    ),
    `Operation \`${id}\` of the API ${api.version}.`,
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** The page of a model for machines that read. */
export function modelMarkdown(api: Api, { name, schema, answers }: Model): string {
  return [
    `# ${name}`,
    schema.description,
    membersOf(
      schema as TSchema,
      answers.flatMap(({ fields }) => fields ?? []),
    )
      .flatMap(({ name: member, schema: one, presence }) => line(member, one, presence))
      .join('\n'),
    answers.length > 0 && `Answer of ${answers.map(({ id }) => id).join(', ')} of the API ${api.version}.`,
  ]
    .filter(Boolean)
    .join('\n\n')
}

function facts({ scopes, feature, admin, pageToken, addition, conditional }: Operation): string[] {
  return [
    scopes.length > 0 ? `Scopes: one of ${codes(scopes)}` : 'Any access token will do',
    feature ? `Plan: from ${features[feature].from} on (${features[feature].says})` : '',
    admin ? 'Admins and the owner of the account only' : '',
    pageToken ? `Pages: send \`nextPageToken\` of the answer as \`${pageToken}\`` : '',
    conditional
      ? 'Versions: send the `ETag` of an answer as `If-Match`, and nothing is changed if somebody has been faster (412)'
      : '',
    addition ? 'An addition of this server: the original has no such call' : '',
  ].filter(Boolean)
}

function parameters(operation: Operation): string[] {
  const inPath = [...new Set(operation.paths.flatMap(pathParameters))]
  return [
    ...inPath.flatMap((name) => line(name, operation.parameters[name] as TSchema, 'in the path')),
    ...(operation.body === 'binary'
      ? ['- The body: the bytes of the file; the header `X-File-Name` says its name']
      : []),
    ...otherParameters(operation).flatMap(([name, schema]) =>
      line(name, schema, isRequired(schema) ? 'required' : undefined),
    ),
    ...(operation.pageToken ? [`- \`${operation.pageToken}\` (text): the \`nextPageToken\` of the page before`] : []),
  ]
}

function answers({ answer, kinds }: Operation): string[] {
  if (answer === 'binary') return ['The file.']
  return Object.entries(kinds).map(
    ([kind, model]) =>
      `- \`kind\` is \`${kind}\`; \`data\` is a list of ${(model as Told).modelName ?? typeWords(model, true)}`,
  )
}

function line(name: string, schema: TSchema, presence: string | undefined, indent = ''): string[] {
  const told = innermost(schema)
  const about = [typeWords(schema), formOf(schema), presence, ...limits(schema)].filter(Boolean).join('; ')
  const says = (schema as Told).description ?? told.description
  const deprecation = deprecationOf(schema)
  const values = told.enum ? ` One of ${codes(told.enum)}.` : ''
  const below = told.modelName ? [] : Object.entries(told.properties ?? {})
  return [
    `${indent}- \`${name}\` (${about})${says ? `: ${says}.` : ''}${deprecation ? ` ${deprecationText(deprecation)}` : ''}${values}`,
    ...below.flatMap(([inner, one]) =>
      line(inner, one, told.required?.includes(inner) ? 'required' : undefined, `${indent}  `),
    ),
  ]
}

const section = (title: string, lines: readonly string[]): string | undefined =>
  lines.length > 0 ? `## ${title}\n\n${lines.join('\n')}` : undefined

const codes = (values: readonly string[]): string => values.map((value) => `\`${value}\``).join(', ')
