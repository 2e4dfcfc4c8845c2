import { type KeyboardEvent, useEffect, useRef } from 'react'
import { words } from '../../language/words.ts'
import { Empty } from '../../parts/empty.tsx'
import { Fault } from '../../parts/fault.tsx'
import { useKeptFocus } from '../../parts/kept-focus.ts'
import { Approvals } from './approvals/approvals.tsx'
import { Asked } from './approvals/asked.tsx'
import { Activity } from './comments/activity.tsx'
import { Description } from './description/description.tsx'
import { Dependencies } from './facts/dependencies/dependencies.tsx'
import { Facts } from './facts/facts.tsx'
import { CustomFields } from './facts/fields/custom-fields.tsx'
import { Subtasks } from './facts/subtasks/subtasks.tsx'
import { Time } from './facts/time/time.tsx'
import { Files } from './files/files.tsx'
import { OpenTaskProvider, useTask } from './frame/open-task.tsx'
import { Resizer, usePanelWidth } from './frame/resizer.tsx'
import { sectionNames } from './frame/section.tsx'
import { goToSection, SectionBar } from './frame/section-bar.tsx'
import { useSettled } from './frame/use-settled.ts'
import { InBin } from './header/in-bin.tsx'
import { TaskHeader } from './header/task-header.tsx'
import './task.css'

const t = words('task', {
  task: 'Task',
  reading: 'Reading the task …',
  gone: 'This task is not here',
  goneWhy: 'It was deleted for good, or it is not shared with you.',
})

interface TaskPanelProps {
  taskId: string
  /** Where it stands beside a list: takes it away. */
  onClose?: () => void
}

/** Everything about one task, by itself or beside a list. Escape closes it there; numbers lead to its sections. */
export function TaskPanel({ taskId, onClose }: TaskPanelProps) {
  const { open, error, retry } = useTask(taskId)
  const isSettled = useSettled(taskId, open !== undefined)
  const panel = useRef<HTMLElement>(null)
  const [width, become] = usePanelWidth()
  useFocus(panel)
  useKeptFocus(panel)
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement
    // Menus and dialogs are drawn elsewhere, and have keys of their own.
    if (event.defaultPrevented || !panel.current?.contains(target)) return
    if (event.key === 'Escape') return onClose?.()
    const name = sectionNames[Number(event.key) - 1]
    if (!name || event.ctrlKey || event.metaKey || event.altKey || isTyping(target)) return
    event.preventDefault()
    goToSection(panel.current, name)
  }
  return (
    <article
      className={onClose ? 'task-panel at-side' : 'task-panel'}
      style={{ '--panel-width': `${width}px` }}
      aria-label={open?.task.title ?? t.task}
      aria-busy={!isSettled && !error}
      ref={panel}
      tabIndex={-1}
      onKeyDown={keys}
    >
      {onClose && <Resizer width={width} become={become} />}
      <div className={isSettled || error ? 'task-scroll' : 'task-scroll waits'}>
        {!isSettled && !error && <Waiting />}
        {error && (
          <Empty icon="task" title={t.gone}>
            <p>{t.goneWhy}</p>
            <Fault error={error} onRetry={retry} />
          </Empty>
        )}
        {open && (
          <OpenTaskProvider value={{ ...open, isPage: !onClose }}>
            <TaskHeader onClose={onClose} />
            <SectionBar panel={panel} />
            <InBin />
            <Asked />
            <div className="task-columns">
              <div className="task-side">
                <Facts />
                <CustomFields />
              </div>
              <div className="task-texts">
                <Description />
                <Subtasks />
                <Dependencies />
                <Files />
                <Approvals />
                <Time />
                <Activity />
              </div>
            </div>
          </OpenTaskProvider>
        )}
      </div>
    </article>
  )
}

/** What is typed into a field is no key of the panel. */
const isTyping = (target: HTMLElement): boolean =>
  target.isContentEditable || target.closest('input, textarea, select, [role=listbox], [role=menu]') !== null

/** The panel takes the focus when it opens; when it goes, what had it before gets it back. */
function useFocus(panel: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const before = document.activeElement
    panel.current?.focus({ preventScroll: true })
    return () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus()
    }
  }, [panel])
}

/** Holds the place of what will come. */
function Waiting() {
  return (
    <div className="task-waiting">
      <p className="unseen" role="status">
        {t.reading}
      </p>
      <span className="title" />
      <span />
      <span />
      <span />
      <span className="text" />
    </div>
  )
}
