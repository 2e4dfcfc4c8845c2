/** Members of an answer: true for one that is sent as it is, a shape for one that has members of its own. */
export interface Shape {
  readonly [member: string]: true | Shape
}

const members = (names: string): Shape => Object.fromEntries(names.split(' ').map((name) => [name, true]))

const profile = members('accountId email role external admin owner')
const project = members('authorId ownerIds status startDate endDate createdDate completedDate')
const metadata = members('key value')

/** The models of v3, as of 2018: what came later with v4 is not sent. */
export const Account: Shape = {
  ...members('id name dateFormat firstDayOfWeek workDays rootFolderId recycleBinId createdDate joinedDate'),
  subscription: members('type paid userLimit'),
  metadata,
  customFields: members('id accountId title type sharedIds settings'),
}
export const Contact: Shape = {
  ...members(
    'id firstName lastName type avatarUrl timezone locale deleted me memberIds myTeam title companyName phone location',
  ),
  profiles: profile,
  metadata,
}
export const Group: Shape = {
  ...members('id accountId title memberIds childIds parentIds avatarUrl myTeam'),
  metadata,
}
export const Invitation = members(
  'id accountId firstName lastName email status inviterUserId invitationDate resolvedDate role external',
)
export const Workflow: Shape = {
  ...members('id name standard hidden'),
  customStatuses: members('id name standardName color standard group hidden'),
}
export const CustomField = members('id accountId title type sharedIds settings')
/** Of a tree and of a list: an entry of a tree has the first few only. */
export const Folder: Shape = {
  ...members(
    'id accountId title createdDate updatedDate briefDescription description color sharedIds parentIds childIds superParentIds scope hasAttachments attachmentCount permalink workflowId customColumnIds',
  ),
  metadata,
  customFields: members('id value'),
  project,
}
export const Task: Shape = {
  ...members(
    'id accountId title description briefDescription parentIds superParentIds sharedIds responsibleIds status importance createdDate updatedDate completedDate scope authorIds customStatusId hasAttachments attachmentCount permalink priority followedByMe followerIds recurrent superTaskIds subTaskIds dependencyIds',
  ),
  dates: members('type duration start due workOnWeekends'),
  metadata,
  customFields: members('id value'),
}
export const Comment = members('id authorId text createdDate taskId folderId')
export const Attachment = members(
  'id authorId name createdDate version type contentType size taskId folderId commentId currentAttachmentId previewUrl url reviewIds',
)
export const AttachmentUrl = members('url')
export const Dependency = members('id predecessorId successorId relationType')
export const Timelog = members('id taskId userId categoryId hours createdDate trackedDate comment')
export const TimelogCategory = members('id name order hidden')
export const Webhook = members('id accountId folderId hookUrl status')
export const Version = members('major minor')
export const LegacyId = members('id apiV2Id')
export const Color = members('name hex')

/** The members of a row that its model has. */
export function shaped(row: unknown, shape: Shape): Record<string, unknown> {
  const given = row as Record<string, unknown>
  const kept: Record<string, unknown> = {}
  for (const [member, inner] of Object.entries(shape)) {
    const value = given[member]
    if (value === undefined) continue
    if (inner === true || value === null || typeof value !== 'object') kept[member] = value
    else kept[member] = Array.isArray(value) ? value.map((one) => shaped(one, inner)) : shaped(value, inner)
  }
  return kept
}
