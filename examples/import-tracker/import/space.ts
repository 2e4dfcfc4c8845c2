import type { Api } from '../api/client.ts'
import type { Account, CustomField, Space, Workflow } from '../api/models.ts'
import { type FieldTitle, type FieldValues, fieldTypes, optionsIn } from '../plan/fields.ts'
import type { Changes } from './changes.ts'

/** The place of the import: a space with its custom fields, and the statuses that things in it can have. */
export interface Place {
  account: Account
  space: Space
  fieldIds: Record<FieldTitle, string>
  workflows: Workflow[]
}

/** Finds the space and its fields, or makes what is missing. */
export async function openPlace(api: Api, title: string, values: FieldValues[], changes: Changes): Promise<Place> {
  const account = only((await api.get<Account>('/account')).data)
  const space = await openSpace(api, title, changes)
  const fieldIds = await openFields(api, space.id, values, changes)
  return { account, space, fieldIds, workflows: (await api.get<Workflow>('/workflows')).data }
}

/** The id of a custom status by its name, in the workflow that tasks of the space follow. */
export function customStatusId({ space, workflows }: Place, name: string | undefined): string | undefined {
  const workflow =
    workflows.find((each) => each.id === space.defaultTaskWorkflowId) ?? workflows.find((each) => each.standard)
  return workflow?.customStatuses.find((status) => status.name === name && !status.hidden)?.id
}

async function openSpace(api: Api, title: string, changes: Changes): Promise<Space> {
  const found = (await api.get<Space>('/spaces', { title })).data.filter((space) => space.title === title)
  if (found.length > 1)
    throw new Error(`There are ${found.length} spaces called "${title}": choose another with --space`)
  if (found[0]) {
    changes.count('spaces', 'same')
    return found[0]
  }
  changes.count('spaces', 'created')
  return only((await api.post<Space>('/spaces', { title, accessType: 'Private' })).data)
}

async function openFields(api: Api, spaceId: string, values: FieldValues[], changes: Changes) {
  const present = (await api.get<CustomField>(`/spaces/${spaceId}/customfields`)).data
  const ids: Partial<Record<FieldTitle, string>> = {}
  for (const title of Object.keys(fieldTypes) as FieldTitle[]) {
    const field = present.find((each) => each.title === title && each.spaceId === spaceId)
    ids[title] = (await openField(api, spaceId, title, field, optionsIn(values, title), changes)).id
  }
  return ids as Record<FieldTitle, string>
}

async function openField(
  api: Api,
  spaceId: string,
  title: FieldTitle,
  present: CustomField | undefined,
  options: string[],
  changes: Changes,
): Promise<CustomField> {
  const type = fieldTypes[title]
  const hasOptions = type === 'DropDown' || type === 'Multiple'
  if (!present) {
    const settings = hasOptions ? { settings: { values: options } } : {}
    changes.count('custom fields', 'created')
    return only((await api.post<CustomField>('/customfields', { title, type, spaceId, ...settings })).data)
  }
  if (present.type !== type) throw new Error(`The custom field "${title}" is of type ${present.type}, not ${type}`)
  const known = present.settings?.values ?? []
  const missing = hasOptions ? options.filter((option) => !known.includes(option)) : []
  changes.count('custom fields', missing.length > 0 ? 'changed' : 'same')
  if (missing.length > 0) await api.put(`/customfields/${present.id}`, { settings: { values: [...known, ...missing] } })
  return present
}

/** The only element of an answer about one thing. */
export function only<T>(data: T[]): T {
  const [first] = data
  if (first === undefined) throw new Error('The server answered with nothing')
  return first
}
