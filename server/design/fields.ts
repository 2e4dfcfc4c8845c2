import { type Html, html } from './html.ts'

/** What is wrong with a form, by field name. The name '' is the form as a whole. */
export type Faults = Record<string, string>

/** One line of a form. */
export interface Field {
  name: string
  label: string
  type?: 'text' | 'email' | 'password' | 'date' | 'datetime-local'
  value?: string | undefined
  hint?: string
  autocomplete?: string
  optional?: boolean
  /** What a choice says while nothing is chosen; 'None' without. */
  none?: string
  inputmode?: string
  maxlength?: number
  /** The form's name, when a page has several with fields of one name. */
  scope?: string
  /** Text that counts sign by sign, as addresses do: in the type of code, and not looked through for spelling. */
  verbatim?: boolean
  /** Lines of an area; 3 without. */
  rows?: number
}

/** A labelled input; its hint and its fault are read out with it. */
export function field(spec: Field, faults: Faults = {}): Html {
  return labelled(
    spec,
    faults,
    html`<input id="${fieldId(spec)}" name="${spec.name}" type="${spec.type ?? 'text'}" value="${spec.value}" maxlength="${spec.maxlength ?? 200}"
${spec.autocomplete && html`autocomplete="${spec.autocomplete}"`} ${spec.inputmode && html`inputmode="${spec.inputmode}"`}
${!spec.optional && html`required`} ${aboutOf(spec, faults)}>`,
  )
}

/** Like {@link field}, for text of several lines. */
export function area(spec: Field, faults: Faults = {}): Html {
  return labelled(
    spec,
    faults,
    html`<textarea id="${fieldId(spec)}" name="${spec.name}" rows="${spec.rows ?? 3}" ${spec.maxlength && html`maxlength="${spec.maxlength}"`}
${!spec.optional && html`required`} ${spec.verbatim && html`class="verbatim" spellcheck="false"`} ${aboutOf(spec, faults)}>${spec.value}</textarea>`,
  )
}

/** Something that can be chosen. */
export interface Choice {
  value: string
  label: string
}

/** Like {@link field}, for one of several values. Without a value that is chosen, the first line says what to do. */
export function select(spec: Field, choices: readonly Choice[], faults: Faults = {}): Html {
  return labelled(
    spec,
    faults,
    html`<select id="${fieldId(spec)}" name="${spec.name}" ${!spec.optional && html`required`} ${aboutOf(spec, faults)}>
${(spec.optional || !choices.some(({ value }) => value === spec.value)) && html`<option value="">${spec.optional ? (spec.none ?? 'None') : 'Choose'}</option>`}
${choices.map(({ value, label }) => html`<option value="${value}" ${value === spec.value && html`selected`}>${label}</option>`)}</select>`,
  )
}

/** Several of some values. The first box has the id of the field, so that what is said about a fault leads to it. */
export function checkboxes(
  spec: Field,
  choices: readonly Choice[],
  chosen: readonly string[],
  faults: Faults = {},
): Html {
  const id = fieldId(spec)
  const about = describedBy(spec, faults)
  return html`<fieldset class="field" ${about && html`aria-describedby="${about}"`}><legend>${titleOf(spec)}</legend>
${wordsOf(spec, faults)}
<div class="checks">${choices.map(
    (
      { value, label },
      at,
    ) => html`<label class="choice"><input type="checkbox" ${at === 0 && html`id="${id}"`} name="${spec.name}" value="${value}"
${chosen.includes(value) && html`checked`}><span>${label}</span></label>`,
  )}</div></fieldset>`
}

/** One box that is ticked or not; its words say what is so when it is. */
export function checkbox(name: string, words: Html | string, checked: boolean): Html {
  return html`<label class="choice"><input type="checkbox" name="${name}" value="1" ${checked && html`checked`}><span>${words}</span></label>`
}

function labelled(spec: Field, faults: Faults, control: Html): Html {
  return html`<div class="field">
<label for="${fieldId(spec)}">${titleOf(spec)}</label>
${wordsOf(spec, faults)}
${control}
</div>`
}

const titleOf = ({ label, optional }: Field): Html =>
  html`${label}${optional && html` <span class="optional">optional</span>`}`

function wordsOf(spec: Field, faults: Faults): Html {
  const fault = faults[spec.name]
  return html`${spec.hint && html`<p class="hint" id="${fieldId(spec)}-hint">${spec.hint}</p>`}
${fault && html`<p class="fault" id="${fieldId(spec)}-fault">${fault}</p>`}`
}

const describedBy = (spec: Field, faults: Faults): string =>
  [spec.hint && `${fieldId(spec)}-hint`, faults[spec.name] && `${fieldId(spec)}-fault`].filter(Boolean).join(' ')

function aboutOf(spec: Field, faults: Faults): Html {
  const about = describedBy(spec, faults)
  return html`${about && html`aria-describedby="${about}"`} ${faults[spec.name] && html`aria-invalid="true"`}`
}

/** Says above a form what is wrong with it, with a link to each field. Nothing if all is well. */
export function faultSummary(faults: Faults, scope?: string): Html | undefined {
  const entries = Object.entries(faults)
  if (entries.length === 0) return undefined
  return html`<div class="notice error" role="alert">
<ul>${entries.map(([name, text]) =>
    name === '' ? html`<li>${text}</li>` : html`<li><a href="#${fieldId({ name, scope })}">${text}</a></li>`,
  )}</ul></div>`
}

/** The token that shows that a form came from our page. */
export function formTokenField(formToken: string): Html {
  return html`<input type="hidden" name="form_token" value="${formToken}">`
}

function fieldId({ name, scope }: { name: string; scope?: string | undefined }): string {
  return scope ? `${scope}-${name}` : name
}
