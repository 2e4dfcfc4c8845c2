import { area, type Faults, field } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import type { FormField } from '#forms/form.ts'

/** Somebody who can be chosen in a form. */
export interface Choosable {
  id: string
  name: string
}

/** A question of a request form, with what was answered or filled in before. */
export function answerField(
  question: FormField,
  values: readonly string[],
  faults: Faults,
  people: readonly Choosable[],
): Html {
  const [value = ''] = values
  const { id: name, title: label } = question
  const spec = {
    name,
    label,
    value,
    optional: !question.required,
    ...(question.description ? { hint: question.description } : {}),
  }
  switch (question.type) {
    case 'Text':
      return field({ ...spec, maxlength: 1000 }, faults)
    case 'Number':
      return field({ ...spec, inputmode: 'decimal' }, faults)
    case 'Date':
      return field({ ...spec, type: 'date' }, faults)
    case 'Paragraph':
      return area(spec, faults)
    case 'Choice':
      return select(question, values, faults, (question.options ?? []).map(option))
    case 'Contact':
      return select(question, values, faults, people)
    case 'MultipleChoice':
      return checkboxes(question, values, faults)
    default:
      return question.type satisfies never
  }
}

const option = (text: string): Choosable => ({ id: text, name: text })

function select(
  { id, title, description, required }: FormField,
  values: readonly string[],
  faults: Faults,
  choices: readonly Choosable[],
): Html {
  return html`<div class="field">
<label for="${id}">${title}${!required && html` <span class="optional">optional</span>`}</label>
${description && html`<p class="hint" id="${id}-hint">${description}</p>`}
${faults[id] && html`<p class="fault" id="${id}-fault">${faults[id]}</p>`}
<select id="${id}" name="${id}" ${required && html`required`} ${about(id, description, faults)}>
<option value="">${required ? 'Choose' : 'None'}</option>
${choices.map(({ id: value, name }) => html`<option value="${value}" ${values.includes(value) && html`selected`}>${name}</option>`)}
</select></div>`
}

/** The first box has the id of the question, so that what is said about a fault leads to it. */
function checkboxes(
  { id, title, description, required, options = [] }: FormField,
  values: readonly string[],
  faults: Faults,
): Html {
  return html`<fieldset class="field" ${about(id, description, faults, true)}>
<legend>${title}${!required && html` <span class="optional">optional</span>`}</legend>
${description && html`<p class="hint" id="${id}-hint">${description}</p>`}
${faults[id] && html`<p class="fault" id="${id}-fault">${faults[id]}</p>`}
${options.map(
  (
    text,
    at,
  ) => html`<label class="choice"><input type="checkbox" ${at === 0 && html`id="${id}"`} name="${id}" value="${text}"
${values.includes(text) && html`checked`}><span>${text}</span></label>`,
)}</fieldset>`
}

function about(id: string, hint: string | undefined, faults: Faults, isGroup = false): Html {
  const parts = [hint && `${id}-hint`, faults[id] && `${id}-fault`].filter(Boolean).join(' ')
  return html`${parts && html`aria-describedby="${parts}"`} ${faults[id] && !isGroup && html`aria-invalid="true"`}`
}
