import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { formatInstant } from '#contract/dates.ts'
import { encodeId } from '#ids/encode.ts'
import { isLogicalFolder } from '#ids/types.ts'
import type { Read, Ref, State } from './acts.ts'
import type { Activity } from './contract.ts'
import type { Names } from './names.ts'
import type { ActivityRow } from './queries.ts'

type Shown = Static<typeof Activity>

/** An event and what it amounts to → Activity; undefined if all that it tells is hidden from the caller. */
export function presentActivity({ accountId }: Caller, row: ActivityRow, read: Read, names: Names): Shown | undefined {
  const known = (refs: readonly Ref[] = []) =>
    refs.flatMap((ref) => {
      const name = names.of(ref)
      return name === undefined ? [] : [{ type: ref.type, id: encodeId(ref.type, accountId, ref.number), name }]
    })
  const [added, removed] = [known(read.added), known(read.removed)]
  const all = [...(read.added ?? []), ...(read.removed ?? [])].filter(
    ({ type, number }) => !(type === 'Folder' && isLogicalFolder(number)),
  )
  const hidden = all.length - added.length - removed.length
  if (read.needsRefs && hidden > 0) return undefined
  const customFields = read.fields?.flatMap(({ id, from, to }) => {
    const title = names.field(id)
    if (title === undefined) return []
    return [{ customFieldId: encodeId('CustomField', accountId, id), title, ...given({ from, to }) }]
  })
  if (customFields?.length === 0) return undefined
  const authorName = row.actor_id === null ? undefined : names.of({ type: 'Contact', number: row.actor_id })
  const shownId = (type: 'Comment' | 'Attachment' | 'Approval', number: number | undefined) =>
    number === undefined ? undefined : encodeId(type, accountId, number)
  return {
    id: String(row.event_id),
    date: formatInstant(row.occurred_at),
    act: read.act,
    ...(authorName === undefined
      ? {}
      : { authorId: encodeId('Contact', accountId, row.actor_id as number), authorName }),
    ...(isEmpty(read.from) ? {} : { from: presentState(accountId, read.from as State, names) }),
    ...(isEmpty(read.to) ? {} : { to: presentState(accountId, read.to as State, names) }),
    ...(customFields ? { customFields } : {}),
    ...(added.length > 0 ? { added } : {}),
    ...(removed.length > 0 ? { removed } : {}),
    ...(hidden > 0 ? { hidden } : {}),
    ...given({
      commentId: shownId('Comment', read.commentId),
      attachmentId: shownId('Attachment', read.attachmentId),
      approvalId: shownId('Approval', read.approvalId),
    }),
  }
}

function presentState(accountId: number, state: State, names: Names): NonNullable<Shown['from']> {
  const { customStatusId, itemTypeId, status, ...plain } = state
  return given({
    ...(plain as object),
    status: customStatusId === undefined ? status : names.status(Number(customStatusId)),
    customStatusId:
      customStatusId === undefined ? undefined : encodeId('CustomStatus', accountId, Number(customStatusId)),
    customItemType: itemTypeId === undefined ? undefined : names.itemType(Number(itemTypeId)),
  }) as NonNullable<Shown['from']>
}

const isEmpty = (state: State | undefined): boolean => !state || Object.keys(state).length === 0

/** Only the members that have a value. */
const given = <T extends object>(members: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never
