import { Link } from '@tanstack/react-router'
import type { MarkedText, SearchHit } from '@taskwright/sdk'
import type { ReactNode } from 'react'
import { agoText } from '../../data/days.ts'
import { placesAbove, usePlaces } from '../../data/folders.ts'
import { nameOf, usePeople } from '../../data/people.ts'
import { useStatuses } from '../../data/statuses.ts'
import { words } from '../../language/words.ts'
import { iconOf } from '../../parts/favourites/favourite-list.tsx'
import { Icon } from '../../parts/icon.tsx'
import { StatusMark } from '../../parts/status.tsx'
import { wayTo } from '../../parts/way-to.ts'

const t = words('search-found', {
  Space: 'Space',
  Project: 'Project',
  Folder: 'Folder',
  Task: 'Task',
  Comment: 'In a comment:',
  Attachment: 'In the name of a file:',
  changed: ({ when }: { when: string }) => `changed ${when}`,
})

/** A task or place that was found: its name, where it lies, and the piece of text with the words. */
export function Found({ hit }: { hit: SearchHit }) {
  const places = usePlaces()
  const statuses = useStatuses()
  const author = usePeople().get(hit.authorId)
  const [parent] = hit.parentIds
  const way =
    places && parent
      ? [...placesAbove(places, parent), ...[places.byId.get(parent)].filter((one) => one !== undefined)]
      : []
  return (
    <li className="found">
      <span className="found-kind" title={t[hit.kind]}>
        <Icon name={iconOf(hit.kind)} />
        <span className="unseen">{t[hit.kind]}</span>
      </span>
      <div>
        <Link className="found-title" {...wayTo(hit.taskId ? 'task' : 'place', hit.taskId ?? hit.folderId ?? '')}>
          <Marked text={hit.title} marks={hit.titleMarks} />
        </Link>
        {hit.snippet && (
          <p className="found-text">
            {(hit.foundIn === 'Comment' || hit.foundIn === 'Attachment') && (
              <span className="quiet">{t[hit.foundIn]} </span>
            )}
            <Marked text={hit.snippet} marks={hit.snippetMarks ?? []} />
          </p>
        )}
        <p className="found-facts">
          {hit.customStatusId && <StatusMark status={statuses?.byId.get(hit.customStatusId)} />}
          {way.length > 0 && <span>{way.map(({ title }) => title).join(' › ')}</span>}
          {author && <span>{nameOf(author)}</span>}
          <span>{t.changed({ when: agoText(hit.updatedDate) })}</span>
        </p>
      </div>
    </li>
  )
}

/** A text in which pieces are marked. */
export function Marked({ text, marks }: { text: string; marks: readonly MarkedText[] }) {
  const parts: ReactNode[] = []
  let at = 0
  for (const { start, end } of marks) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>)
    at = end
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  )
}
