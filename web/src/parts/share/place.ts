import type { AccessEntry, AccessWay } from '@taskwright/sdk'

/** What is shared: a task, or a folder, project or space. */
export type SharedPlace = { taskId: string } | { folderId: string }

/** The share that was made here and names them, which can be taken away here. */
export const directWay = ({ ways }: AccessEntry): AccessWay | undefined =>
  ways.find(({ inherited, groupId, hiddenGroup, kind }) => !inherited && !groupId && !hiddenGroup && kind !== 'Guest')

/** By what they would still see it, were the direct share taken away. */
export const otherWays = (entry: AccessEntry): AccessWay[] => {
  const direct = directWay(entry)
  return entry.ways.filter((way) => way !== direct)
}

/** Id of the person, group or invitation, as shares take it. */
export const idOf = ({ contactId, invitationId }: AccessEntry): string => contactId ?? invitationId ?? ''

/** Where a link to the place leads. */
export const linkOf = (place: SharedPlace): string =>
  `${location.origin}/work/${'taskId' in place ? `task/${place.taskId}` : `folder/${place.folderId}`}`
