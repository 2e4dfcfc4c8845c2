import { lazy, type MouseEvent, Suspense, useRef, useState, useTransition } from 'react'
import { readDraft, useDraftKey } from '../../../data/drafts.ts'
import { useTaskChange } from '../../../data/tasks.ts'
import { words } from '../../../language/words.ts'
import { Fault } from '../../../parts/fault.tsx'
import { Icon } from '../../../parts/icon.tsx'
import { withCheck } from '../../../parts/rich/draw.ts'
import { isEmpty } from '../../../parts/rich/html.ts'
import { RichText } from '../../../parts/rich/rich-text.tsx'
import { useOpenTask } from '../frame/open-task.tsx'
import { Section } from '../frame/section.tsx'
import { descriptionSaved } from './saved-description.ts'
import './description.css'

const load = () => import('./description-editor.tsx')
const DescriptionEditor = lazy(() => load().then((module) => ({ default: module.DescriptionEditor })))

const t = words('task-description', {
  edit: 'Edit',
  write: 'Write a description',
  none: 'There is no description.',
  waiting: 'You wrote something here that is not saved yet.',
  goOn: 'Go on writing',
})

/** What the task is about: read at once; the editor comes when somebody wants to write. */
export function Description() {
  const { task, may, isPage } = useOpenTask()
  const [begin, setBegin] = useState<'end' | { x: number; y: number }>()
  // Until its code is there what was there stays, as high as the editor will be: nothing below is pushed aside late.
  const [isComing, comes] = useTransition()
  const write = (at: 'end' | { x: number; y: number }) => comes(() => setBegin(at))
  const button = useRef<HTMLButtonElement>(null)
  const key = useDraftKey(`description ${task.id}`)
  const change = useTaskChange()
  const html = task.description ?? ''
  const mayEdit = may('editTask')
  const hasDraft = !begin && mayEdit && key !== undefined && readDraft(key) !== undefined
  // What was just written here may still be on its way: the one must not overtake the other.
  const check = async (at: number, isChecked: boolean) => {
    const description = withCheck(html, at, isChecked)
    await descriptionSaved(task.id)
    void change.set(task, { description })
  }
  return (
    <Section
      name="description"
      actions={
        mayEdit &&
        !begin &&
        !isEmpty(html) && (
          <button
            ref={button}
            type="button"
            className="secondary small"
            onPointerEnter={load}
            onFocus={load}
            onClick={() => write('end')}
          >
            <Icon name="edit" />
            {t.edit}
          </button>
        )
      }
    >
      {hasDraft && (
        <p className="notice warn">
          {t.waiting}{' '}
          <button type="button" className="link" onClick={() => write('end')}>
            {t.goOn}
          </button>
        </p>
      )}
      <Suspense>
        {begin ? (
          <DescriptionEditor
            begin={begin}
            onClose={() => {
              setBegin(undefined)
              setTimeout(() => button.current?.focus())
            }}
          />
        ) : isEmpty(html) ? (
          <Nothing mayEdit={mayEdit} isComing={isComing} begin={() => write('end')} ref={button} />
        ) : (
          // The button does the same by keys.
          // biome-ignore lint/a11y/noStaticElementInteractions: a shorter way for the pointer
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            className={['description', mayEdit && 'editable', isComing && 'coming'].filter(Boolean).join(' ')}
            onPointerEnter={mayEdit ? load : undefined}
            onClick={(event) => mayEdit && isForText(event) && write({ x: event.clientX, y: event.clientY })}
          >
            <RichText html={html} level={isPage ? 2 : 3} onCheck={mayEdit ? check : undefined} />
          </div>
        )}
      </Suspense>
      <Fault error={change.error} />
    </Section>
  )
}

/** Links and checkboxes have clicks of their own, and who selects words wants to copy them. */
const isForText = ({ target }: MouseEvent): boolean =>
  !(target as Element).closest('a, input, label, button') && (getSelection()?.isCollapsed ?? true)

interface NothingProps {
  mayEdit: boolean
  isComing: boolean
  begin: () => void
  ref: React.Ref<HTMLButtonElement>
}

function Nothing({ mayEdit, isComing, begin, ref }: NothingProps) {
  if (!mayEdit) return <p className="quiet">{t.none}</p>
  return (
    <button
      ref={ref}
      type="button"
      className={isComing ? 'write-here coming' : 'write-here'}
      aria-busy={isComing}
      onPointerEnter={load}
      onFocus={load}
      onClick={begin}
    >
      {t.write}
    </button>
  )
}
