import type { AccessEntry } from '@taskwright/sdk'
import { words } from '../../language/words.ts'
import { Confirm } from '../dialog.tsx'
import { otherWays } from './place.ts'
import { wayText } from './ways.ts'

const t = words('share-ask', {
  title: ({ name }: { name: string }) => `Stop sharing with ${name}?`,
  still: ({ name }: { name: string }) => `${name} will still see it:`,
  elsewhere: 'To change that, change it there.',
  works: ({ name }: { name: string }) => `${name} has work to do here, and will no longer see it.`,
  yourself: 'You will no longer see it, and cannot take this back yourself.',
  act: 'Stop sharing',
  actHere: 'Stop sharing here',
})

interface AskFirstProps {
  entry: AccessEntry
  isMe: boolean
  onAct: () => void
  onClose: () => void
}

/** Says what taking a share away will do, before it is done. */
export function AskFirst({ entry, isMe, onAct, onClose }: AskFirstProps) {
  const { name } = entry
  const others = [...new Set(otherWays(entry).map(wayText))]
  return (
    <Confirm title={t.title({ name })} act={others.length > 0 ? t.actHere : t.act} onAct={onAct} onClose={onClose}>
      {others.length > 0 ? (
        <>
          <p>{t.still({ name })}</p>
          <ul>
            {others.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <p className="quiet">{t.elsewhere}</p>
        </>
      ) : (
        <p>{isMe ? t.yourself : t.works({ name })}</p>
      )}
    </Confirm>
  )
}
