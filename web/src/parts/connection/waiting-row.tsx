import { Link } from '@tanstack/react-router'
import {
  createAttachment,
  createComment,
  createCommentAttachment,
  createTask,
  createTimelog,
  deleteComment,
  deleteTask,
  deleteTimelog,
  updateComment,
  updateTimelog,
} from '@taskwright/sdk'
import { useState } from 'react'
import { agoText } from '../../data/days.ts'
import { tell } from '../../data/notices.ts'
import type { Waiting } from '../../data/outbox/change.ts'
import { discard, keepMine, tryAgain } from '../../data/outbox/decide.ts'
import type { ViewFacts } from '../../data/view-facts.ts'
import { words } from '../../language/words.ts'
import { Confirm } from '../dialog.tsx'
import { textOf } from '../rich/html.ts'
import { type Fact, factOf, factsOf } from './facts.ts'

const t = words('waiting-row', {
  change: 'Change',
  [createTask.id]: 'New task',
  [deleteTask.id]: 'Delete',
  [createComment.id]: 'Comment',
  [updateComment.id]: 'Change of a comment',
  [deleteComment.id]: 'Delete a comment',
  [createTimelog.id]: 'Time',
  [updateTimelog.id]: 'Change of time',
  [deleteTimelog.id]: 'Delete time',
  [createAttachment.id]: 'File',
  [createCommentAttachment.id]: 'File of a comment',
  mine: 'Yours',
  theirs: 'Theirs',
  keep: 'Keep mine',
  take: 'Take theirs',
  again: 'Try again',
  copy: 'Copy the text',
  copied: 'Copied.',
  discard: 'Discard',
  ask: 'Discard this change?',
  asked: 'What you did here is lost then, and what you did with it afterwards.',
})

interface WaitingRowProps {
  change: Waiting
  facts: ViewFacts | undefined
  /** Somebody goes to what it is about. */
  onLeave: () => void
}

/** One change that waits, in words; one that was refused with the ways to go on. */
export function WaitingRow({ change, facts, onLeave }: WaitingRowProps) {
  const { operationId, about, input, makes, refusal, file, atMs } = change
  const kind = (t as unknown as Record<string, string | undefined>)[operationId] ?? t.change
  const all = factsOf(change, facts)
  const said = typeof input.text === 'string' ? textOf(input.text) : (file?.name ?? '')
  const taskId = makes && operationId === createTask.id ? makes : input.taskId
  return (
    <li className="waiting-row">
      <p className="waiting-head">
        <span className="tag">{kind}</span>
        {about !== '' && (
          <Link to="/task/$taskId" params={{ taskId: String(taskId) }} onClick={onLeave}>
            {about}
          </Link>
        )}
        <span className="quiet">{agoText(new Date(atMs).toISOString())}</span>
      </p>
      {said !== '' && <p className="waiting-text">{said}</p>}
      {!refusal?.theirs && all.length > 0 && (
        <dl className="waiting-facts">
          {all.map(({ facet, name, value }) => (
            <div key={facet}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {refusal && <p className="waiting-why">{refusal.why}</p>}
      {refusal?.theirs && (
        <table className="disputed">
          <thead>
            <tr>
              <td />
              <th scope="col">{t.mine}</th>
              <th scope="col">{t.theirs}</th>
            </tr>
          </thead>
          <tbody>
            {all.map(({ facet, name, value }) => (
              <tr key={facet}>
                <th scope="row">{name}</th>
                <td>{value}</td>
                <td>{factOf(facet, refusal.theirs?.[facet], facts).value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {refusal && <Decide change={change} text={said || textIn(all)} />}
    </li>
  )
}

/** What somebody has written; what was chosen is chosen again. */
const textIn = (facts: readonly Fact[]): string =>
  facts.flatMap(({ facet, value }) => (facet === 'title' || facet === 'description' ? value : [])).join('\n')

function Decide({ change, text }: { change: Waiting; text: string }) {
  const [isAsked, setAsked] = useState(false)
  const isDisputed = change.refusal?.theirs !== undefined
  const copy = () => void navigator.clipboard.writeText(text).then(() => tell(t.copied))
  return (
    <div className="actions">
      {isDisputed ? (
        <>
          <button type="button" className="small" onClick={() => void keepMine(change)}>
            {t.keep}
          </button>
          <button type="button" className="secondary small" onClick={() => void discard(change)}>
            {t.take}
          </button>
        </>
      ) : (
        <button type="button" className="small" onClick={() => void tryAgain(change)}>
          {t.again}
        </button>
      )}
      {text !== '' && (
        <button type="button" className="secondary small" onClick={copy}>
          {t.copy}
        </button>
      )}
      {!isDisputed && (
        <button type="button" className="harm small" onClick={() => setAsked(true)}>
          {t.discard}
        </button>
      )}
      {isAsked && (
        <Confirm title={t.ask} act={t.discard} onAct={() => void discard(change)} onClose={() => setAsked(false)}>
          <p>{t.asked}</p>
        </Confirm>
      )}
    </div>
  )
}
