import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import './empty.css'

/** What stands where nothing is yet: what would be here, and how it comes to be. */
export function Empty({ icon, title, children }: { icon?: IconName; title: string; children?: ReactNode }) {
  return (
    <div className="empty-state">
      {icon && <Icon name={icon} />}
      <p className="empty-title">{title}</p>
      {children}
    </div>
  )
}
