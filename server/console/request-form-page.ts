import { type Faults, faultSummary, formTokenField } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import type { Page } from '#design/page.ts'
import type { Answers } from '#forms/answers.ts'
import type { Form, FormPage } from '#forms/form.ts'
import { answerField, type Choosable } from './answer-field.ts'

interface State {
  form: Form
  /** Where it is sent. */
  path: string
  formToken: string
  answers: Answers
  faults: Faults
  people: readonly Choosable[]
}

/** A request form to be filled in: all its pages, one below the other. */
export function requestFormPage(state: State): Page {
  const { form, path, formToken, faults } = state
  return {
    title: form.title,
    status: Object.keys(faults).length > 0 ? 400 : 200,
    body: html`<div class="card"><h1>${form.title}</h1>
${form.description && lines(form.description)}
${faultSummary(named(state))}
<form method="post" action="${path}">${formTokenField(formToken)}
${form.pages.map((page) => section(page, state))}
<div class="actions"><button>Send</button></div></form></div>`,
  }
}

/** What follows when it was sent. */
export function sentPage(form: Form, path: string): Page {
  return {
    title: 'Your request was sent',
    body: html`<div class="card"><h1>Your request was sent</h1>
<p>A ${form.creates === 'Task' ? 'task' : 'project'} was made of “${form.title}”. You see it, and are told what becomes of it.</p>
<p><a href="${path}">Send another one</a></p></div>`,
  }
}

function section({ title, description, fields }: FormPage, { answers, faults, people }: State): Html {
  return html`${title && html`<h2>${title}</h2>`}${description && lines(description)}
${fields.map((field) => answerField(field, answers.get(field.id) ?? [], faults, people))}`
}

/** Faults as they are read out above the form: each with its question. */
const named = ({ form, faults }: State): Faults => {
  const titles = new Map(form.pages.flatMap((page) => page.fields).map((field) => [field.id, field.title]))
  return Object.fromEntries(
    Object.entries(faults).map(([id, fault]) => [
      titles.has(id) ? id : '',
      titles.has(id) ? `${titles.get(id)}: ${fault}` : fault,
    ]),
  )
}

const lines = (text: string): Html =>
  html`<p class="quiet">${text.split(/\r\n?|\n/).map((line, at) => html`${at > 0 && html`<br>`}${line}`)}</p>`
