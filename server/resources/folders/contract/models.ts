import { CustomFieldValue } from '#contract/custom-field-value.ts'
import { Metadata } from '#contract/metadata.ts'
import {
  arrayOf,
  boolean,
  dateText,
  dictionary,
  idText,
  idTexts,
  instantText,
  model,
  number,
  oneOfText,
  optional,
  string,
} from '#contract/model.ts'
import { CascadingFieldSetting } from '../../cascading-fields/contract.ts'

export const scopes = ['WsRoot', 'RbRoot', 'WsFolder', 'RbFolder', 'WsTask', 'RbTask'] as const
export const projectStatuses = ['Green', 'Yellow', 'Red', 'Completed', 'OnHold', 'Cancelled', 'Custom'] as const
export const contractTypes = ['Billable', 'NonBillable'] as const

const shades = (name: string) => [1, 2, 3, 4].map((shade) => `${name}${shade}`)
const hues = [
  'Purple',
  'Indigo',
  'DarkBlue',
  'Blue',
  'Turquoise',
  'DarkCyan',
  'Green',
  'YellowGreen',
  'Yellow',
  'Orange',
  'Red',
  'Pink',
]
export const folderColors: readonly string[] = ['None', 'Person', ...hues.flatMap(shades), 'Gray1', 'Gray2', 'Gray3']

const ProjectFinance = model('ProjectFinance', {
  currency: string(),
  actualFees: optional(number()),
  actualCost: optional(number()),
  plannedFees: optional(number()),
  plannedCost: optional(number()),
  budget: optional(number()),
})

export const Project = model('Project', {
  authorId: optional(idText('Contact')),
  ownerIds: idTexts('Contact'),
  status: optional(oneOfText(projectStatuses)),
  customStatusId: optional(idText('CustomStatus')),
  startDate: optional(dateText()),
  endDate: optional(dateText()),
  createdDate: optional(instantText()),
  completedDate: optional(instantText()),
  contractType: optional(oneOfText(contractTypes)),
  finance: optional(ProjectFinance),
})

/** An entry of the tree: enough to draw it. */
export const FolderTree = model('FolderTree', {
  id: idText('Folder'),
  title: string(),
  color: optional(oneOfText(folderColors)),
  childIds: optional(idTexts('Folder')),
  scope: oneOfText(scopes),
  project: optional(Project),
  space: optional(boolean()),
  customItemTypeId: optional(idText('CustomItemType')),
})

export const cascadingFieldSettings = arrayOf(CascadingFieldSetting)

export const Folder = model('Folder', {
  id: idText('Folder'),
  accountId: idText('Account'),
  title: string(),
  createdDate: instantText(),
  updatedDate: instantText(),
  briefDescription: optional(string()),
  description: optional(string()),
  color: optional(oneOfText(folderColors)),
  sharedIds: idTexts('Contact'),
  parentIds: idTexts('Folder'),
  childIds: idTexts('Folder'),
  superParentIds: optional(idTexts('Folder')),
  scope: oneOfText(scopes),
  hasAttachments: optional(boolean()),
  attachmentCount: optional(number()),
  permalink: string(),
  workflowId: idText('Workflow'),
  metadata: optional(arrayOf(Metadata)),
  customFields: optional(arrayOf(CustomFieldValue)),
  customColumnIds: optional(idTexts('CustomField')),
  project: optional(Project),
  space: optional(boolean()),
  customItemTypeId: optional(idText('CustomItemType')),
  userAccessRoles: optional(dictionary()),
  cascadingFieldSettings: optional(cascadingFieldSettings),
})
