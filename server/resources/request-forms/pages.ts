import { randomBytes } from 'node:crypto'
import type { Caller } from '#access/caller.ts'
import { invalidValue } from '#contract/errors.ts'
import type { Input } from '#contract/operation.ts'
import type { Attribute, FieldType, Form, FormField, FormPage } from '#forms/form.ts'
import { fieldsByIds } from '../custom-fields/access.ts'
import type * as contract from './contract.ts'

type Sent = Input<typeof contract.createRequestForm>['pages']

/** Types of questions whose answers an attribute takes. */
const takes: Record<Attribute, readonly FieldType[]> = {
  title: ['Text'],
  description: ['Text', 'Paragraph'],
  importance: ['Choice'],
  startDate: ['Date'],
  dueDate: ['Date'],
  responsibles: ['Contact'],
}
const importances = ['High', 'Normal', 'Low']

/**
 * The pages of a request as they are kept; questions without an id get one.
 *
 * @throws {Refused} `invalid_parameter` for questions that contradict themselves or one another, and as for reading a
 * custom field.
 */
export async function readPages(caller: Caller, sent: Sent, creates: Form['creates']): Promise<FormPage[]> {
  const fields = sent.flatMap((page) => page.fields)
  for (const field of fields) checkField(field, creates)
  refuseTwice(fields.map((field) => field.id))
  refuseTwice(fields.map((field) => field.attribute))
  refuseTwice(fields.map((field) => field.customFieldId))
  await fieldsByIds(
    caller,
    fields.flatMap((field) => (field.customFieldId === undefined ? [] : [field.customFieldId])),
  )
  return sent.map((page) => ({
    ...(page.title === undefined ? {} : { title: page.title }),
    ...(page.description === undefined ? {} : { description: page.description }),
    fields: page.fields.map(({ id = randomBytes(6).toString('hex'), ...field }) => ({ id, ...field }) as FormField),
  }))
}

function checkField(
  { type, options, attribute, customFieldId }: Sent[number]['fields'][number],
  creates: string,
): void {
  const isChoice = type === 'Choice' || type === 'MultipleChoice'
  if (isChoice !== (options !== undefined)) throw invalidValue('pages', 'options for choices, and for nothing else')
  if (options && new Set(options).size < options.length) throw invalidValue('pages', 'each option once')
  if (attribute === undefined) return
  if (customFieldId !== undefined) throw invalidValue('pages', 'an attribute or a custom field')
  if (!takes[attribute].includes(type)) throw invalidValue('pages', `${attribute} as ${takes[attribute].join(' or ')}`)
  if (attribute !== 'importance') return
  if (creates === 'Project') throw invalidValue('pages', 'importance for tasks only')
  if (!options?.every((option) => importances.includes(option))) throw invalidValue('pages', importances.join(', '))
}

function refuseTwice(values: readonly (string | number | undefined)[]): void {
  const named = values.filter((value) => value !== undefined)
  if (new Set(named).size < named.length) throw invalidValue('pages', 'each id, attribute and custom field once')
}
