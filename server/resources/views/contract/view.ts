import { boolean, idText, instantText, model, oneOfText, optional, string } from '#contract/model.ts'
import { ViewSettings, viewKinds } from './settings.ts'

export const SavedView = model(
  'SavedView',
  {
    id: idText('View'),
    title: string(),
    kind: oneOfText(viewKinds),
    folderId: optional(idText('Folder')),
    ownerId: idText('Contact'),
    shared: boolean(),
    canEdit: boolean(),
    settings: ViewSettings,
    createdDate: instantText(),
    updatedDate: instantText(),
  },
  {
    description:
      'A way to look at the tasks of a folder, project or space, or (without `folderId`) of everything that its owner sees. `canEdit` says whether the caller may change and delete it.',
  },
)

export const RememberedView = model(
  'RememberedView',
  {
    folderId: optional(idText('Folder')),
    kind: oneOfText(viewKinds),
    settings: ViewSettings,
    usedDate: instantText(),
  },
  { description: 'How the caller last looked at a place: one for each kind of view.' },
)
