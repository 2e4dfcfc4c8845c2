import type { Dependency, Reschedule } from '@taskwright/sdk'
import { useState } from 'react'
import { usePreview, type Wanted } from '../../../data/reschedule.ts'
import { durationText, parseDuration } from '../../../language/durations.ts'
import { words } from '../../../language/words.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { Effects } from '../dates/effects.tsx'
import type { RelationType } from './bars.ts'
import type { NewLink } from './use-bar-drag.ts'

const t = words('gantt-link', {
  add: 'New dependency',
  change: 'Dependency',
  kind: 'Kind',
  FinishToStart: ({ one, other }: Titles) => `“${other}” starts when “${one}” has ended`,
  StartToStart: ({ one, other }: Titles) => `“${other}” starts when “${one}” has started`,
  FinishToFinish: ({ one, other }: Titles) => `“${other}” ends when “${one}” has ended`,
  StartToFinish: ({ one, other }: Titles) => `“${other}” ends when “${one}” has started`,
  lag: 'Days between (less than 0: they overlap)',
  lagHint: '2d, 4h, -1d',
  wrong: 'This is no duration. Write one like “2d”, “4h” or “-1d”.',
  save: 'Save',
  remove: 'Delete the dependency',
  cancel: 'Cancel',
})

interface Titles {
  one: string
  other: string
}

export const relationTypes = ['FinishToStart', 'StartToStart', 'FinishToFinish', 'StartToFinish'] as const

interface LinkDialogProps {
  link: NewLink | Dependency
  titleOf: (taskId: string) => string
  onSave: (wanted: Wanted, moves: Reschedule | undefined, before: Dependency | undefined) => void
  onRemove: (dependency: Dependency) => void
  onClose: () => void
}

/** Which end of a task waits for which end of another, and how long; with what that would move. */
export function LinkDialog({ link, titleOf, onSave, onRemove, onClose }: LinkDialogProps) {
  const known = 'id' in link ? link : undefined
  const [relationType, setRelation] = useState<RelationType>(link.relationType)
  const [lag, setLag] = useState(known && known.lagTime !== 0 ? lagText(known.lagTime) : '')
  const minutes = lag.trim() === '' ? 0 : parseLag(lag)
  const { predecessorId, successorId } = link
  const isSame = known?.relationType === relationType && known.lagTime === minutes
  const wanted: Wanted | undefined =
    minutes === undefined || isSame
      ? undefined
      : { dependency: { predecessorId, successorId, relationType, lagTime: minutes } }
  const { moves, error, isLate } = usePreview(wanted)
  const titles = { one: titleOf(predecessorId), other: titleOf(successorId) }
  return (
    <Dialog title={known ? t.change : t.add} onClose={onClose}>
      <fieldset>
        <legend>{t.kind}</legend>
        {relationTypes.map((one) => (
          <label key={one} className="choice">
            <input type="radio" name="relation" checked={relationType === one} onChange={() => setRelation(one)} />
            <span>{t[one](titles)}</span>
          </label>
        ))}
      </fieldset>
      <label className="gantt-lag">
        <span>{t.lag}</span>
        <input
          value={lag}
          placeholder={t.lagHint}
          aria-invalid={minutes === undefined || undefined}
          onChange={({ target }) => setLag(target.value)}
        />
      </label>
      {minutes === undefined && (
        <p className="fault" role="alert">
          {t.wrong}
        </p>
      )}
      <Fault error={error} />
      {wanted && !error && <Effects wanted={wanted} moves={moves} />}
      <div className="actions">
        <button
          type="button"
          disabled={!wanted || error !== null}
          onClick={() => {
            if (!wanted) return
            onSave(wanted, isLate ? undefined : moves, known)
            onClose()
          }}
        >
          {t.save}
        </button>
        {known && (
          <button
            type="button"
            className="harm"
            onClick={() => {
              onRemove(known)
              onClose()
            }}
          >
            {t.remove}
          </button>
        )}
        <button type="button" className="secondary" onClick={onClose}>
          {t.cancel}
        </button>
      </div>
    </Dialog>
  )
}

/** Working days, hours and minutes; with a minus they overlap. */
function parseLag(text: string): number | undefined {
  const trimmed = text.trim().replace(/^[−–]/, '-')
  const isBack = trimmed.startsWith('-')
  const minutes = parseDuration(isBack ? trimmed.slice(1) : trimmed, 'day')
  return minutes === undefined ? undefined : isBack ? -minutes : minutes
}

const lagText = (minutes: number): string =>
  `${minutes < 0 ? '-' : ''}${durationText(Math.abs(minutes), { inDays: true })}`
