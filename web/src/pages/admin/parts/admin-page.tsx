import type { ReactNode } from 'react'

interface AdminPageProps {
  title: string
  /** What this page is for, in a sentence. */
  lead?: ReactNode
  /** The way back to the list that this is one of. */
  back?: ReactNode
  /** What is done here first of all. */
  actions?: ReactNode
  children: ReactNode
}

/** A page of administration: its name, what it is for, what can be done, and its content. */
export function AdminPage({ title, lead, back, actions, children }: AdminPageProps) {
  return (
    <>
      <header className="admin-head">
        {back && <p className="admin-back">{back}</p>}
        <h1>{title}</h1>
        {actions && <div className="admin-actions">{actions}</div>}
        {lead && <p className="quiet">{lead}</p>}
      </header>
      {children}
    </>
  )
}
