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
  return html`<div class="field" ${marks}><label for="try-${name}">${name}${!isRequired && html` <span class="optional">optional</span>`}</label>
${hint(parameter, kind)}${control(parameter, s, kind)}</div>`
}

const innermost = (schema: TSchema): Schema => ((schema as Schema).anyOf?.[0] ?? schema) as Schema

function kindOf({ type, idType, enum: values }: Schema): Kind {
  if (idType || values) return 'text'
  if (type === 'boolean') return 'switch'
  if (type === 'number' || type === 'integer') return 'number'
  return type === 'object' ? 'json' : 'text'
}

function hint({ name, schema, example }: TriedParameter, kind: Kind): Html | false {
  const { description } = schema as { description?: string }
  const says = [kind === 'json' && 'JSON.', kind === 'ids' && 'Ids, separated by commas.'].filter(Boolean).join(' ')
  if (!description && !says && !example) return false
  return html`<p class="hint" id="try-${name}-hint">${description && prose(description)} ${says} ${
    example && html`For example <code>${example}</code>`
  }</p>`
}

function control(parameter: TriedParameter, { enum: values, type, format, maxLength }: Schema, kind: Kind): Html {
  const { name, isRequired, value, schema, example } = parameter
  const isTold = (schema as { description?: string }).description || kind === 'json' || kind === 'ids' || example
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
