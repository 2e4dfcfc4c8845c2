import { queryActivity } from '@taskwright/sdk'
import { useRows } from '../../data/api.ts'
import { momentText } from '../../data/days.ts'
import { plural, words } from '../../language/words.ts'
import { Empty } from '../empty.tsx'
import { Fault } from '../fault.tsx'
import { changesOf } from './changes.ts'
import './history.css'
import { sentenceOf } from './sentence.ts'

const t = words('history', {
  label: 'History',
  reading: 'Reading the history …',
  earlier: 'Show earlier changes',
  somebody: 'Somebody',
  nothing: 'Nothing has happened here yet',
  nothingWhy: 'Whoever changes something leaves a line here: what it was, and what it became.',
  parts: ({ count }: { count: number }) => plural(count, { one: '# change', other: '# changes' }),
})

/** The task, or the folder, project or space, whose history it is. */
export type HistoryOf = { taskId: string } | { folderId: string }

/** Who changed what, from what to what, newest first: what one change did stands together. */
export function History({ of }: { of: HistoryOf }) {
  const activity = useRows(queryActivity, of)
  if (activity.error) return <Fault error={activity.error} onRetry={() => void activity.refetch()} />
  if (!activity.data)
    return (
      <p className="quiet" role="status">
        {t.reading}
      </p>
    )
  const changes = changesOf(activity.data.rows)
  if (changes.length === 0)
    return (
      <Empty icon="history" title={t.nothing}>
        <p>{t.nothingWhy}</p>
      </Empty>
    )
  return (
    <div className="history">
      <ol aria-label={t.label}>
        {changes.map(({ id, authorName, date, entries }) => (
          <li key={id}>
            <p className="history-who">
              <strong>{authorName ?? t.somebody}</strong>{' '}
              <time className="quiet" dateTime={date}>
                {momentText(date)}
              </time>
            </p>
            <ul>
              {entries.map((entry) => (
                <li key={entry.id}>{sentenceOf(entry)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {activity.hasNextPage && (
        <button
          type="button"
          className="secondary small"
          disabled={activity.isFetchingNextPage}
          onClick={() => void activity.fetchNextPage()}
        >
          {t.earlier}
        </button>
      )}
    </div>
  )
}
