import { type ReactNode, useId } from 'react'
import { Button, Dialog, DialogTrigger } from 'react-aria-components'
import { Icon, type IconName } from '../icon.tsx'
import { Over } from '../over.tsx'
import './columns.css'

interface PanelProps {
  icon: IconName
  label: string
  /** What is chosen now, beside the label. */
  chosen?: string
  children: ReactNode
}

/** A button of the bar above a view that opens its settings of one sort. */
export function Panel({ icon, label, chosen, children }: PanelProps) {
  const titleId = useId()
  return (
    <DialogTrigger>
      <Button className="secondary small panel-button">
        <Icon name={icon} /> <span className="panel-name">{label}</span>
        {chosen && <span className="panel-chosen">{chosen}</span>}
      </Button>
      <Over className="popover settings-panel" placement="bottom start">
        <Dialog aria-labelledby={titleId}>
          <h2 id={titleId}>{label}</h2>
          {children}
        </Dialog>
      </Over>
    </DialogTrigger>
  )
}
