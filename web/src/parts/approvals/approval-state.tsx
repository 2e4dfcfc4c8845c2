import type { Approval } from '@taskwright/sdk'
import { numberText } from '../../language/language.ts'
import { words } from '../../language/words.ts'
import { Icon, type IconName } from '../icon.tsx'
import './approvals.css'

const t = words('approval-state', {
  Draft: 'Draft',
  Pending: 'Waiting for approval',
  Approved: 'Approved',
  Rejected: 'Rejected',
  Cancelled: 'Cancelled',
  NotRequired: 'Not needed',
  decided: ({ count, all }: { count: string; all: string }) => `${count} of ${all} have decided`,
})

type State = Approval['status']

const looks: Record<State, [className: string, icon: IconName]> = {
  Draft: ['tag approval-quiet', 'edit'],
  Pending: ['tag warn', 'clock'],
  Approved: ['tag', 'check'],
  Rejected: ['tag bad', 'close'],
  Cancelled: ['tag approval-quiet', 'minus'],
  NotRequired: ['tag approval-quiet', 'minus'],
}

/** The state of an approval in a word. */
export const stateName = (state: State): string => t[state]

/** The state of an approval, with a picture of its own: colour is not all that tells them apart. */
export function StateTag({ state, text = stateName(state) }: { state: State; text?: string }) {
  const [className, icon] = looks[state]
  return (
    <span className={`${className} approval-state`}>
      <Icon name={icon} />
      {text}
    </span>
  )
}

/** How many of those who are asked have decided, as long as somebody is missing. */
export function decidedText({ status, decisions }: Approval): string | undefined {
  const count = decisions.filter((one) => one.status !== 'Pending').length
  return status === 'Pending' && decisions.length > 1
    ? t.decided({ count: numberText(count), all: numberText(decisions.length) })
    : undefined
}
