import { arrayOf, boolean, idText, optional as member, model, oneOfText, opaque, string } from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import { filledText, flag, id, integer, listOf, object, oneOf, optional, text } from '#contract/parameters.ts'
import { attributes, fieldTypes } from '#forms/form.ts'

const creatable = ['Task', 'Project'] as const

const RequestFormQuestion = model('RequestFormQuestion', {
  id: string(),
  title: string(),
  description: member(string()),
  type: oneOfText(fieldTypes),
  required: boolean(),
  options: member(arrayOf(string())),
  attribute: member(oneOfText(attributes)),
  customFieldId: member(idText('CustomField')),
})

export const RequestForm = model('RequestForm', {
  id: idText('Form'),
  title: string(),
  description: string(),
  spaceId: idText('Space'),
  pages: arrayOf(
    model('RequestFormPage', {
      title: member(string()),
      description: member(string()),
      fields: arrayOf(RequestFormQuestion),
    }),
  ),
  dataUsageStatistics: member(opaque()),
  target: member(
    model('RequestFormTarget', {
      creates: oneOfText(creatable),
      folderId: member(idText('Folder')),
      itemTitle: string(),
      enabled: boolean(),
    }),
  ),
})

const Submission = model('RequestFormSubmission', {
  formId: idText('Form'),
  taskId: member(idText('Task')),
  projectId: member(idText('Folder')),
})

const plainTextDescription = () =>
  optional(flag({ default: false, description: 'true drops line breaks; otherwise they are <br> tags' }))
const formFields = () =>
  listOf(object({ id: text({ maxLength: 50 }), value: text({ minLength: 0, maxLength: 100_000 }) }), {
    maxItems: 1000,
    description: 'The id of a question and an answer; several answers of a choice come one by one',
  })
const short = () => filledText({ maxLength: 1000 })
const long = () => optional(text({ minLength: 0, maxLength: 10_000 }))
const pages = () =>
  listOf(
    object({
      title: optional(short()),
      description: long(),
      fields: listOf(
        object({
          id: optional(text({ maxLength: 50, pattern: '^[A-Za-z0-9_-]+$' })),
          title: short(),
          description: long(),
          type: oneOf(fieldTypes),
          required: optional(flag()),
          options: optional(listOf(short(), { minItems: 1, maxItems: 1000 })),
          attribute: optional(oneOf(attributes)),
          customFieldId: optional(id('CustomField')),
        }),
        { minItems: 1, maxItems: 100 },
      ),
    }),
    { minItems: 1, maxItems: 50, description: 'Questions keep their ids; those without get one' },
  )

export const queryRequestForms = operation({
  id: 'queryRequestForms',
  method: 'GET',
  paths: ['/request_forms', '/spaces/{spaceId}/request_forms'],
  summary: 'Request forms of the spaces the caller sees, or of one space',
  scopes: readScopes,
  kinds: { requestForms: RequestForm },
  pageToken: 'nextPageToken',
  fields: ['dataUsageStatistics', 'target'],
  parameters: {
    spaceId: optional(id('Space')),
    plainTextDescription: plainTextDescription(),
    limit: optional(integer({ minimum: 1 })),
    pageSize: optional(integer({ minimum: 1, maximum: 100 })),
  },
})

export const getRequestForm = operation({
  id: 'getRequestForm',
  method: 'GET',
  paths: ['/request_forms/{requestFormId}'],
  summary: 'A request form',
  scopes: readScopes,
  kinds: { requestForms: RequestForm },
  fields: ['dataUsageStatistics', 'target'],
  parameters: { requestFormId: id('Form'), plainTextDescription: plainTextDescription() },
})

export const createRequestFormPrefillUrl = operation({
  id: 'createRequestFormPrefillUrl',
  method: 'POST',
  paths: ['/request_forms/{requestFormId}/prefill_url'],
  summary: 'The address of the form for people, with answers filled in',
  scopes: readScopes,
  kinds: { requestFormPrefillUrl: model('RequestFormPrefillUrl', { url: string() }) },
  parameters: { requestFormId: id('Form'), formFields: formFields() },
})

export const submitRequestForm = operation({
  id: 'submitRequestForm',
  method: 'POST',
  paths: ['/request_forms/{requestFormId}/submit'],
  summary: 'Sends a request form: a task or a project comes of it',
  description: 'Whoever sees the space may send it. What is created is where the form says, and seen by who sent it.',
  scopes: writeScopes,
  feature: 'requestForms',
  kinds: { requestFormSubmission: Submission },
  parameters: { requestFormId: id('Form'), formFields: formFields() },
})

export const createRequestForm = operation({
  id: 'createRequestForm',
  method: 'POST',
  paths: ['/spaces/{spaceId}/request_forms'],
  summary: 'Makes a request form in a space',
  description: 'Needs the role Full there. What is sent is created with the reach of who saved the form last.',
  scopes: writeScopes,
  feature: 'requestForms',
  kinds: { requestForms: RequestForm },
  addition: true,
  parameters: {
    spaceId: id('Space'),
    title: short(),
    description: long(),
    pages: pages(),
    creates: optional(oneOf(creatable, { default: 'Task' })),
    folderId: optional(id('Folder', { description: 'Where it is created; the space itself if left out' })),
    itemTitle: optional(
      filledText({ maxLength: 1000, description: 'Where no answer is the title; the form’s if left out' }),
    ),
  },
})

export const updateRequestForm = operation({
  id: 'updateRequestForm',
  method: 'PUT',
  paths: ['/request_forms/{requestFormId}'],
  summary: 'Changes a request form',
  scopes: writeScopes,
  feature: 'requestForms',
  kinds: { requestForms: RequestForm },
  addition: true,
  parameters: {
    requestFormId: id('Form'),
    title: optional(short()),
    description: long(),
    pages: optional(pages()),
    creates: optional(oneOf(creatable)),
    folderId: optional(id('Folder')),
    itemTitle: optional(short()),
    enabled: optional(flag({ description: 'false: nobody can send it' })),
  },
})

export const deleteRequestForm = operation({
  id: 'deleteRequestForm',
  method: 'DELETE',
  paths: ['/request_forms/{requestFormId}'],
  summary: 'Deletes a request form; what came of it stays',
  scopes: writeScopes,
  feature: 'requestForms',
  kinds: { requestForms: RequestForm },
  addition: true,
  parameters: { requestFormId: id('Form') },
})
