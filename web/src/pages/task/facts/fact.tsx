import { type ReactNode, useId } from 'react'
import { Fault } from '../../../parts/fault.tsx'

interface FactProps {
  label: string
  /** What went wrong when it was changed. */
  error?: Error | null
  children: ReactNode
  /** Id of the field that the line is about, to be found by it. */
  field?: string
}

/** A line of the facts: what it is called, its value, and what went wrong with it. */
export function Fact({ label, error, children, field }: FactProps) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and there is none
    <div className="fact" data-field={field} role="group" aria-labelledby={id}>
      <span className="fact-name" id={id}>
        {label}
      </span>
      <div className="fact-value">
        {children}
        <Fault error={error} />
      </div>
    </div>
  )
}
