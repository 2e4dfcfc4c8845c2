// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export type RequestFormQuestionType = 'Text' | 'Paragraph' | 'Number' | 'Date' | 'Choice' | 'MultipleChoice' | 'Contact'

export type RequestFormQuestionAttribute = 'title' | 'description' | 'importance' | 'startDate' | 'dueDate' | 'responsibles'

export interface RequestForm {
  id: string
  title: string
  description: string
  spaceId: string
  pages: RequestFormPage[]
  dataUsageStatistics?: Record<string, unknown>
  target?: RequestFormTarget
}

export interface RequestFormPage {
  title?: string
  description?: string
  fields: RequestFormQuestion[]
}

export interface RequestFormQuestion {
  id: string
  title: string
  description?: string
  type: RequestFormQuestionType
  required: boolean
  options?: string[]
  attribute?: RequestFormQuestionAttribute
  customFieldId?: string
}

export interface RequestFormTarget {
  creates: 'Task' | 'Project'
  folderId?: string
  itemTitle: string
  enabled: boolean
}

export interface RequestFormPrefillUrl {
  url: string
}

export interface RequestFormSubmission {
  formId: string
  taskId?: string
  projectId?: string
}

/** What {@link queryRequestForms} takes. */
export interface QueryRequestFormsInput {
  spaceId?: string
  /** true drops line breaks; otherwise they are <br> tags */
  plainTextDescription?: boolean
  limit?: number
  pageSize?: number
  /** Members that come only when they are asked for. */
  fields?: ('dataUsageStatistics' | 'target')[]
  /** The page after the one that gave this token. */
  nextPageToken?: string
}

/** Request forms of the spaces the caller sees, or of one space */
export const queryRequestForms = /* @__PURE__ */ operation<QueryRequestFormsInput, RequestForm>({
  id: 'queryRequestForms',
  method: 'GET',
  paths: ['/request_forms', '/spaces/{spaceId}/request_forms'],
  pageToken: 'nextPageToken',
})

/** What {@link getRequestForm} takes. */
export interface GetRequestFormInput {
  requestFormId: string
  /** true drops line breaks; otherwise they are <br> tags */
  plainTextDescription?: boolean
  /** Members that come only when they are asked for. */
  fields?: ('dataUsageStatistics' | 'target')[]
}

/** A request form */
export const getRequestForm = /* @__PURE__ */ operation<GetRequestFormInput, RequestForm>({
  id: 'getRequestForm',
  method: 'GET',
  paths: ['/request_forms/{requestFormId}'],
})

/** What {@link createRequestFormPrefillUrl} takes. */
export interface CreateRequestFormPrefillUrlInput {
  requestFormId: string
  /** The id of a question and an answer; several answers of a choice come one by one */
  formFields: ({
    id: string
    value: string
  })[]
}

/** The address of the form for people, with answers filled in */
export const createRequestFormPrefillUrl = /* @__PURE__ */ operation<CreateRequestFormPrefillUrlInput, RequestFormPrefillUrl>({
  id: 'createRequestFormPrefillUrl',
  method: 'POST',
  paths: ['/request_forms/{requestFormId}/prefill_url'],
})

/** What {@link submitRequestForm} takes. */
export interface SubmitRequestFormInput {
  requestFormId: string
  /** The id of a question and an answer; several answers of a choice come one by one */
  formFields: ({
    id: string
    value: string
  })[]
}

/** Sends a request form: a task or a project comes of it. Whoever sees the space may send it. What is created is where the form says, and seen by who sent it. */
export const submitRequestForm = /* @__PURE__ */ operation<SubmitRequestFormInput, RequestFormSubmission>({
  id: 'submitRequestForm',
  method: 'POST',
  paths: ['/request_forms/{requestFormId}/submit'],
})

/** What {@link createRequestForm} takes. */
export interface CreateRequestFormInput {
  spaceId: string
  title: string
  description?: string
  /** Questions keep their ids; those without get one */
  pages: ({
    title?: string
    description?: string
    fields: ({
      id?: string
      title: string
      description?: string
      type: RequestFormQuestionType
      required?: boolean
      options?: string[]
      attribute?: RequestFormQuestionAttribute
      customFieldId?: string
    })[]
  })[]
  creates?: 'Task' | 'Project'
  /** Where it is created; the space itself if left out */
  folderId?: string
  /** Where no answer is the title; the form’s if left out */
  itemTitle?: string
}

/** Makes a request form in a space. Needs the role Full there. What is sent is created with the reach of who saved the form last. */
export const createRequestForm = /* @__PURE__ */ operation<CreateRequestFormInput, RequestForm>({
  id: 'createRequestForm',
  method: 'POST',
  paths: ['/spaces/{spaceId}/request_forms'],
})

/** What {@link updateRequestForm} takes. */
export interface UpdateRequestFormInput {
  requestFormId: string
  title?: string
  description?: string
  /** Questions keep their ids; those without get one */
  pages?: ({
    title?: string
    description?: string
    fields: ({
      id?: string
      title: string
      description?: string
      type: RequestFormQuestionType
      required?: boolean
      options?: string[]
      attribute?: RequestFormQuestionAttribute
      customFieldId?: string
    })[]
  })[]
  creates?: 'Task' | 'Project'
  folderId?: string
  itemTitle?: string
  /** false: nobody can send it */
  enabled?: boolean
}

/** Changes a request form */
export const updateRequestForm = /* @__PURE__ */ operation<UpdateRequestFormInput, RequestForm>({
  id: 'updateRequestForm',
  method: 'PUT',
  paths: ['/request_forms/{requestFormId}'],
})

/** What {@link deleteRequestForm} takes. */
export interface DeleteRequestFormInput {
  requestFormId: string
}

/** Deletes a request form; what came of it stays */
export const deleteRequestForm = /* @__PURE__ */ operation<DeleteRequestFormInput, RequestForm>({
  id: 'deleteRequestForm',
  method: 'DELETE',
  paths: ['/request_forms/{requestFormId}'],
})
