import type { Attachment } from '@taskwright/sdk'
import { useEffect, useState } from 'react'
import { Icon } from '../../../parts/icon.tsx'
import { type PreviewSize, pictureOf } from '../../../parts/rich/pictures.ts'
import { isImage, isLink } from './task-files.ts'

/** A file as a small picture, or the ending of its name. Its name stands beside it. */
export function Thumb({ attachment, size }: { attachment: Attachment; size: PreviewSize }) {
  const [url, setUrl] = useState<string>()
  const { id, name } = attachment
  const hasPicture = isImage(attachment)
  useEffect(() => {
    let isGone = false
    if (hasPicture)
      pictureOf(id, size).then(
        (read) => !isGone && setUrl(read),
        () => {},
      )
    return () => {
      isGone = true
    }
  }, [id, size, hasPicture])
  if (url) return <img className="thumb" src={url} alt="" />
  const ending = /\.([\p{L}\p{N}]{1,5})$/u.exec(name)?.[1]
  return (
    // By the style sheet: the name beside it says the ending.
    <span className="thumb" aria-hidden="true" data-ending={isLink(attachment) ? undefined : ending}>
      {isLink(attachment) ? <Icon name="link" /> : !ending && <Icon name="attachment" />}
    </span>
  )
}
