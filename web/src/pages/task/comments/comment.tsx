import { queryCommentsIn, type Comment as Row, updateComment } from '@taskwright/sdk'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useChange } from '../../../data/api.ts'
import { agoText, momentText } from '../../../data/days.ts'
import { isAdmin, useMe } from '../../../data/me.ts'
import { nameOf, usePeople } from '../../../data/people.ts'
import { words } from '../../../language/words.ts'
import { copyLink } from '../../../parts/copy-link.ts'
import { Fault } from '../../../parts/fault.tsx'
import { ActionMenu, type MenuChoice } from '../../../parts/menu.tsx'
import { Avatar } from '../../../parts/person.tsx'
import { RichText } from '../../../parts/rich/rich-text.tsx'
import { useOpenTask } from '../frame/open-task.tsx'
import { CommentFiles } from './comment-files.tsx'

const CommentEditor = lazy(() => import('./comment-editor.tsx').then((module) => ({ default: module.CommentEditor })))

const t = words('comment', {
  somebody: 'Somebody',
  edited: 'edited',
  reply: 'Reply',
  edit: 'Edit',
  copy: 'Copy the link',
  remove: 'Delete',
  more: ({ name }: { name: string }) => `More about the comment of ${name}`,
  save: 'Save',
})

/** The server lets an author change a comment for so long. */
const editableMs = 5 * 60 * 1000

interface CommentProps {
  comment: Row
  /** A link led to it. */
  isLinked: boolean
  onReply: (() => void) | undefined
  onDelete: () => void
}

/** One comment: who said it, when, and what can be done with it. */
export function Comment({ comment, isLinked, onReply, onDelete }: CommentProps) {
  const { task, isPage } = useOpenTask()
  const me = useMe()
  const author = usePeople().get(comment.authorId)
  const [isEdited, setEdited] = useState(false)
  const change = useChange(updateComment, [queryCommentsIn])
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isLinked) line.current?.scrollIntoView({ block: 'center' })
  }, [isLinked])
  const name = author ? nameOf(author) : t.somebody
  const isOwn = me?.id === comment.authorId
  const mayEdit = isOwn && Date.now() - Date.parse(comment.createdDate) < editableMs
  const link = `/work/task/${task.id}?comment=${comment.id}`
  const first: MenuChoice[] = [
    ...(onReply ? [{ label: t.reply, icon: 'comment' as const, run: onReply }] : []),
    ...(mayEdit ? [{ label: t.edit, icon: 'edit' as const, run: () => setEdited(true) }] : []),
    { label: t.copy, icon: 'link', run: () => copyLink(link) },
  ]
  const mayDelete = onReply && (isOwn || (me && isAdmin(me)))
  const harms: MenuChoice[] = mayDelete ? [{ label: t.remove, icon: 'remove', isHarm: true, run: onDelete }] : []
  const keep = (text: string) => {
    change.mutate({ commentId: comment.id, text }, { onSuccess: () => setEdited(false) })
  }
  const isChanged = comment.updatedDate !== comment.createdDate
  return (
    <li ref={line} className={isLinked ? 'comment linked' : 'comment'}>
      {author && <Avatar person={author} />}
      <div className="comment-body">
        <p className="comment-head">
          <b>{name}</b>
          <a className="quiet" href={link}>
            <time dateTime={comment.createdDate} title={momentText(comment.createdDate)}>
              {agoText(comment.createdDate)}
            </time>
          </a>
          {isChanged && (
            <span className="quiet" title={momentText(comment.updatedDate)}>
              {t.edited}
            </span>
          )}
          <ActionMenu label={t.more({ name })} groups={[{ choices: first }, { choices: harms }]} />
        </p>
        {isEdited ? (
          <Suspense fallback={<RichText html={comment.text} />}>
            <CommentEditor
              html={comment.text}
              begin="end"
              send={t.save}
              isSending={change.isPending}
              onSend={keep}
              onCancel={() => setEdited(false)}
            />
          </Suspense>
        ) : (
          <RichText html={comment.text} level={isPage ? 2 : 3} />
        )}
        <CommentFiles commentId={comment.id} />
        <Fault error={change.error} />
      </div>
    </li>
  )
}
