/** Kinds of questions. */
export const fieldTypes = ['Text', 'Paragraph', 'Number', 'Date', 'Choice', 'MultipleChoice', 'Contact'] as const
export type FieldType = (typeof fieldTypes)[number]

/** What an answer becomes of the task or project. */
export const attributes = ['title', 'description', 'importance', 'startDate', 'dueDate', 'responsibles'] as const
export type Attribute = (typeof attributes)[number]

/** A question of a request form. Without attribute and custom field its answer becomes part of the description. */
export interface FormField {
  id: string
  title: string
  description?: string
  type: FieldType
  required?: boolean
  /** Of choices. */
  options?: string[]
  attribute?: Attribute
  customFieldId?: number
}

export interface FormPage {
  title?: string
  description?: string
  fields: FormField[]
}

/** A request form, as far as it is filled in and becomes work. */
export interface Form {
  title: string
  description: string
  pages: FormPage[]
  creates: 'Task' | 'Project'
  folderId: number
  /** Title of what is created, where no answer is its title. */
  itemTitle: string
  /** In whose name things are created. */
  keeperId: number
}

/** All questions, in their order. */
export const fieldsOf = (form: Pick<Form, 'pages'>): FormField[] => form.pages.flatMap((page) => page.fields)
