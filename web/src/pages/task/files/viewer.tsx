import { useQuery } from '@tanstack/react-query'
import { type Attachment, downloadAttachment } from '@taskwright/sdk'
import { useEffect, useRef, useState } from 'react'
import { api } from '../../../data/api.ts'
import { words } from '../../../language/words.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { Icon } from '../../../parts/icon.tsx'
import { sizeText } from './file-size.ts'
import { download, isImage, isLink } from './task-files.ts'
import './viewer.css'

const t = words('file-viewer', {
  before: 'Previous file',
  next: 'Next file',
  download: 'Download',
  open: 'Open',
  place: ({ at, count }: { at: number; count: number }) => `${at} of ${count}`,
  reading: 'Reading …',
  none: 'This kind of file is not shown here.',
  large: 'The file is too large to be shown here.',
  elsewhere: 'This file lives elsewhere.',
})

interface ViewerProps {
  files: readonly Attachment[]
  /** The one that is shown first. */
  first: string
  onClose: () => void
}

/** Shows files over the page: pictures, PDF and text. Arrow keys go to the next and back. */
export function Viewer({ files, first, onClose }: ViewerProps) {
  const [at, setAt] = useState(() =>
    Math.max(
      files.findIndex(({ id }) => id === first),
      0,
    ),
  )
  const file = files[at]
  const go = (step: number) => setAt((at + step + files.length) % files.length)
  // Wherever the focus is in the dialog.
  const now = useRef(go)
  now.current = go
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      if (!step || (event.target as HTMLElement).matches('pre, iframe')) return
      event.preventDefault()
      now.current(step)
    }
    addEventListener('keydown', listen, true)
    return () => removeEventListener('keydown', listen, true)
  }, [])
  if (!file) return null
  return (
    <Dialog title={file.name} onClose={onClose} isWide>
      <div className="viewer">
        <div className="viewer-bar">
          {files.length > 1 && (
            <>
              <button type="button" className="plain" aria-label={t.before} onClick={() => go(-1)}>
                <Icon name="back" />
              </button>
              <span role="status">{t.place({ at: at + 1, count: files.length })}</span>
              <button type="button" className="plain" aria-label={t.next} onClick={() => go(1)}>
                <Icon name="forward" />
              </button>
            </>
          )}
          {file.size >= 0 && <span className="quiet">{sizeText(file.size)}</span>}
          <button type="button" className="secondary small" onClick={() => void download(file)}>
            {isLink(file) ? t.open : t.download}
          </button>
        </div>
        <Content key={file.id} file={file} />
      </div>
    </Dialog>
  )
}

/** Larger ones are not read into the page. */
const most = { picture: 50e6, pdf: 50e6, text: 1e6 }

const kindOf = (file: Attachment) => {
  if (isImage(file)) return 'picture'
  if (file.contentType === 'application/pdf') return 'pdf'
  return /^(text\/|application\/(json|xml|yaml))/.test(file.contentType) ? 'text' : undefined
}

function Content({ file }: { file: Attachment }) {
  const kind = isLink(file) ? undefined : kindOf(file)
  const isLarge = kind !== undefined && file.size > most[kind]
  const read = useQuery({
    queryKey: [downloadAttachment.id, file.id],
    queryFn: async ({ signal }) =>
      (await api.download(downloadAttachment, { attachmentId: file.id }, { signal })).blob(),
    enabled: kind !== undefined && !isLarge,
    gcTime: 60_000,
  })
  if (isLink(file)) return <p className="quiet">{t.elsewhere}</p>
  if (!kind) return <p className="quiet">{t.none}</p>
  if (isLarge) return <p className="quiet">{t.large}</p>
  if (read.error) return <Fault error={read.error} onRetry={() => void read.refetch()} />
  if (!read.data) return <p className="quiet">{t.reading}</p>
  return kind === 'text' ? <Text blob={read.data} /> : <Shown blob={read.data} kind={kind} name={file.name} />
}

function Shown({ blob, kind, name }: { blob: Blob; kind: 'picture' | 'pdf'; name: string }) {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    // The kind is known to be harmless; what the file says it is does not count.
    const made = URL.createObjectURL(kind === 'pdf' ? new Blob([blob], { type: 'application/pdf' }) : blob)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [blob, kind])
  if (!url) return null
  return kind === 'pdf' ? (
    <iframe className="viewer-page" src={url} title={name} />
  ) : (
    <img className="viewer-picture" src={url} alt={name} />
  )
}

function Text({ blob }: { blob: Blob }) {
  const [text, setText] = useState('')
  useEffect(() => void blob.text().then(setText), [blob])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: so that it can be scrolled by keys
    <pre className="viewer-text" tabIndex={0}>
      {text}
    </pre>
  )
}
