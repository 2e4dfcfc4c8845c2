import { words } from '../../../language/words.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { Effects } from './effects.tsx'
import type { Question } from './use-draft.ts'

const t = words('moves-question', { title: 'Move all of this?', move: 'Move', cancel: 'Cancel' })

/** Asks before a move that takes many tasks along. */
export function QuestionDialog({ question, onAnswer }: { question: Question; onAnswer: (isYes: boolean) => void }) {
  return (
    <Dialog title={t.title} onClose={() => onAnswer(false)}>
      <p>{question.told}</p>
      <Effects wanted={question.wanted} moves={question.moves} />
      <div className="actions">
        <button type="button" onClick={() => onAnswer(true)}>
          {t.move}
        </button>
        <button type="button" className="secondary" onClick={() => onAnswer(false)}>
          {t.cancel}
        </button>
      </div>
    </Dialog>
  )
}
