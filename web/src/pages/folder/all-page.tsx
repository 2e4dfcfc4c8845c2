import { words } from '../../language/words.ts'
import { ViewFrame } from './view-frame.tsx'

const t = words('all', { title: 'Everything you see' })

/** The tasks of all places, as filters narrow them. */
export function AllPage() {
  return <ViewFrame place="all" title={t.title} />
}
