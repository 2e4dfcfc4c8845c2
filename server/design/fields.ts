import { type Html, html } from './html.ts'

/** What is wrong with a form, by field name. The name '' is the form as a whole. */
export type Faults = Record<string, string>

/** One line of a form. */
export interface Field {
  name: string
  label: string
  type?: 'text' | 'email' | 'password' | 'date'
  value?: string | undefined
  hint?: string
  autocomplete?: string
  optional?: boolean
  inputmode?: string
  maxlength?: number
  /** The form's name, when a page has several with fields of one name. */
  scope?: string
}

/** A labelled input; its hint and its fault are read out with it. */
export function field(spec: Field, faults: Faults = {}): Html {
  const id = fieldId(spec)
  const fault = faults[spec.name]
  const about = [spec.hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return html`<div class="field">
<label for="${id}">${spec.label}${spec.optional && html` <span class="optional">optional</span>`}</label>
${spec.hint && html`<p class="hint" id="${id}-hint">${spec.hint}</p>`}
${fault && html`<p class="fault" id="${id}-fault">${fault}</p>`}
<input id="${id}" name="${spec.name}" type="${spec.type ?? 'text'}" value="${spec.value}" maxlength="${spec.maxlength ?? 200}"
${spec.autocomplete && html`autocomplete="${spec.autocomplete}"`} ${spec.inputmode && html`inputmode="${spec.inputmode}"`}
${!spec.optional && html`required`} ${about && html`aria-describedby="${about}"`} ${fault && html`aria-invalid="true"`}>
</div>`
}

/** Like {@link field}, for text of several lines. */
export function area(spec: Field, faults: Faults = {}): Html {
  const id = fieldId(spec)
  const fault = faults[spec.name]
  const about = [spec.hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return html`<div class="field">
<label for="${id}">${spec.label}${spec.optional && html` <span class="optional">optional</span>`}</label>
${spec.hint && html`<p class="hint" id="${id}-hint">${spec.hint}</p>`}
${fault && html`<p class="fault" id="${id}-fault">${fault}</p>`}
<textarea id="${id}" name="${spec.name}" rows="3" spellcheck="false" ${about && html`aria-describedby="${about}"`}
${fault && html`aria-invalid="true"`}>${spec.value}</textarea>
</div>`
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
