import { momentText } from '../../../data/days.ts'
import { nameOf, usePeople } from '../../../data/people.ts'
import { words } from '../../../language/words.ts'
import { sizeText } from './file-size.ts'
import { download, type TaskFile } from './task-files.ts'

const t = words('file-versions', {
  versions: ({ name }: { name: string }) => `Versions of ${name}`,
  version: ({ number }: { number: number }) => `Version ${number}`,
  download: ({ number }: { number: number }) => `Download version ${number}`,
  get: 'Download',
})

/** All versions of a file, the newest first; each can be had. */
export function Versions({ file: { current, versions } }: { file: TaskFile }) {
  const people = usePeople()
  return (
    <ol className="file-versions" aria-label={t.versions(current)}>
      {versions.map((one) => {
        const author = people.get(one.authorId)
        return (
          <li key={one.id}>
            <span>{t.version({ number: one.version })}</span>
            <span className="quiet">
              {sizeText(one.size)} · {author && `${nameOf(author)} · `}
              <time dateTime={one.createdDate}>{momentText(one.createdDate)}</time>
            </span>
            <button
              type="button"
              className="link"
              aria-label={t.download({ number: one.version })}
              onClick={() => void download(one)}
            >
              {t.get}
            </button>
          </li>
        )
      })}
    </ol>
  )
}
