import type { AccessEntry, AccessWay } from '@taskwright/sdk'
import { words } from '../../language/words.ts'

const t = words('share-ways', {
  here: 'It is shared here',
  member: 'Member of this space',
  guest: 'Everybody of the account sees this public space',
  fromTask: ({ title }: { title: string }) => `From the task “${title}” that it is part of`,
  fromFolder: ({ title }: { title: string }) => `From the folder “${title}”`,
  fromProject: ({ title }: { title: string }) => `From the project “${title}”`,
  fromSpace: ({ title }: { title: string }) => `As a member of the space “${title}”`,
  fromPublic: ({ title }: { title: string }) => `The space “${title}” is public`,
  fromHidden: 'Through a place that you cannot see',
  inGroup: ({ way, group }: { way: string; group: string }) => `${way}, with the group “${group}”`,
  inHiddenGroup: ({ way }: { way: string }) => `${way}, with a group that you do not know`,
  Full: 'Full',
  Editor: 'Editor',
  Limited: 'Limited',
  ReadOnly: 'Read only',
  fullSays: 'May do everything, share and delete included',
  editorSays: 'May create and change, but neither share nor delete',
  limitedSays: 'May comment, track time and change the status',
  readOnlySays: 'May look',
})

/** A way by which somebody sees a place, in plain words. */
export function wayText(way: AccessWay): string {
  const own = way.inherited ? fromText(way) : way.kind === 'Member' ? t.member : way.kind === 'Guest' ? t.guest : t.here
  // Everybody is in the group that a public space names: it goes without saying.
  if (way.kind === 'Guest') return own
  if (way.groupName) return t.inGroup({ way: own, group: way.groupName })
  return way.hiddenGroup ? t.inHiddenGroup({ way: own }) : own
}

function fromText({ kind, placeType, placeTitle }: AccessWay): string {
  if (placeTitle === undefined) return t.fromHidden
  const title = { title: placeTitle }
  if (kind === 'Guest') return t.fromPublic(title)
  switch (placeType) {
    case 'Task':
      return t.fromTask(title)
    case 'Project':
      return t.fromProject(title)
    case 'Space':
      return t.fromSpace(title)
    default:
      return t.fromFolder(title)
  }
}

type Role = NonNullable<AccessEntry['role']>

export const roleText = (role: Role): string => t[role]

/** What a role lets people do. */
export function roleSays(role: Role): string {
  const says = { Full: t.fullSays, Editor: t.editorSays, Limited: t.limitedSays, ReadOnly: t.readOnlySays }
  return says[role]
}
