import type { TSchema } from 'typebox'
import { type Html, html } from '#design/html.ts'
import type { Schema } from '#http/parse-value.ts'
import { prose } from '../prose.ts'
import { pickList } from './pick-lists.ts'

/** How the script reads a field: as it is, or as a number, a switch, JSON, a list of ids, all that is ticked. */
type Kind = 'text' | 'number' | 'switch' | 'json' | 'ids' | 'ticked'

/** A parameter as a field of the panel. */
export interface TriedParameter {
  name: string
  schema: TSchema
  place: 'path' | 'query' | 'body'
  isRequired: boolean
  /** A value that might be meant, as text. */
  example: string | undefined
  /** What stands in the field from the start. */
  value: string | undefined
}

/** A labelled field for a parameter, after its type. */
export function tryField(parameter: TriedParameter): Html {
  const { name, schema, place, isRequired } = parameter
  const s = innermost(schema)
  const list = s.type === 'array' ? (s.items as Schema | undefined) : undefined
  const kind: Kind = list ? (list.enum ? 'ticked' : list.idType ? 'ids' : 'json') : kindOf(s)
  const pick = pickList(name, schema)
  const marks = html`data-parameter="${name}" data-kind="${kind}" data-place="${place}" ${pick && html`data-pick="${pick}"`}`
  if (list?.enum) return ticks(parameter, list.enum, marks)
  const told = hint(parameter, kind)
  return html`<div class="field" ${marks}><label for="try-${name}">${name}${!isRequired && html` <span class="optional">optional</span>`}</label>
${told}${control(parameter, s, kind, told !== undefined)}</div>`
}

const innermost = (schema: TSchema): Schema => ((schema as Schema).anyOf?.[0] ?? schema) as Schema

function kindOf({ type, idType, enum: values }: Schema): Kind {
  if (idType || values) return 'text'
  if (type === 'boolean') return 'switch'
  if (type === 'number' || type === 'integer') return 'number'
  return type === 'object' ? 'json' : 'text'
}

/** What there is to say of a field: its meaning, its form, and an example where that says more than the field does. */
function hint({ name, schema, example }: TriedParameter, kind: Kind): Html | undefined {
  const { description } = schema as { description?: string }
  const { idType, enum: values } = innermost(schema)
  const says = [
    description && prose(/[.!?]$/.test(description) ? description : `${description}.`),
    kind === 'json' && 'JSON.',
    kind === 'ids' && 'Ids, separated by commas.',
    example &&
      !idType &&
      !values &&
      ['text', 'json', 'number'].includes(kind) &&
      html`For example <code>${example}</code>`,
  ].filter(Boolean)
  return says.length === 0
    ? undefined
    : html`<p class="hint" id="try-${name}-hint">${says.map((one) => html`${one} `)}</p>`
}

function control(
  parameter: TriedParameter,
  { enum: values, type, format, maxLength }: Schema,
  kind: Kind,
  isTold: boolean,
): Html {
  const { name, isRequired, value } = parameter
  const shared = html`id="try-${name}" ${isRequired && html`required`} ${isTold && html`aria-describedby="try-${name}-hint"`}`
  const choices = values ?? (type === 'boolean' ? ['true', 'false'] : undefined)
  if (choices)
    return html`<select ${shared}><option value="">${isRequired ? 'Choose' : ''}</option>${choices.map(
      (choice) => html`<option value="${choice}" ${choice === value && html`selected`}>${choice}</option>`,
    )}</select>`
  const isLong = kind === 'json' || (type === 'string' && ['text', 'description', 'message'].includes(name))
  if (isLong) return html`<textarea ${shared} rows="3" spellcheck="false">${value}</textarea>`
  const input = kind === 'number' ? 'number' : format === 'date' ? 'date' : 'text'
  return html`<input ${shared} type="${input}" ${input === 'number' && html`step="any"`} value="${value}" autocomplete="off"
${maxLength !== undefined && html`maxlength="${maxLength}"`}>`
}

function ticks({ name, isRequired }: TriedParameter, values: readonly string[], marks: Html): Html {
  return html`<fieldset class="field" ${marks}><legend>${name}${!isRequired && html` <span class="optional">optional</span>`}</legend>
<div class="checks ticks">${values.map(
    (value) => html`<label class="tick"><input type="checkbox" value="${value}"> <span>${value}</span></label>`,
  )}</div></fieldset>`
}
