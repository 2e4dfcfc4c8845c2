import { type DragEvent, useId, useState } from 'react'
import { placesAbove, usePlaces } from '../../data/folders.ts'
import { words } from '../../language/words.ts'
import { Icon } from '../../parts/icon.tsx'
import { byTitle, Picker } from '../../parts/picker.tsx'

const t = words('import-file', {
  place: 'Where the tasks go',
  choosePlace: 'Choose a space, folder or project',
  file: 'The file',
  choose: 'Choose a file',
  drop: 'or drop it here: CSV or Excel (.xlsx), up to 10 MB and 10,000 rows, with the names of the columns in its first row.',
  needsPlace: 'Choose where the tasks go first.',
})

interface FileStepProps {
  folderId: string | undefined
  onFolder: (id: string) => void
  onFile: (file: File) => void
}

/** Where to, and which file. */
export function FileStep({ folderId, onFolder, onFile }: FileStepProps) {
  const places = usePlaces()
  const fileId = useId()
  const [isOver, setOver] = useState(false)
  const place = folderId ? places?.byId.get(folderId) : undefined
  const items = [...(places?.byId.values() ?? [])]
    .map(({ id, title }) => ({ id, title, note: placesAbove(places as never, id).at(-1)?.title ?? '' }))
    .sort(byTitle)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file && place) onFile(file)
  }
  return (
    <div className="import-step">
      <div>
        <h2>{t.place}</h2>
        <Picker
          label={t.place}
          items={items}
          chosen={folderId ? [folderId] : []}
          onChoose={([id]) => id && onFolder(id)}
        >
          <Icon name={place ? place.kind : 'folder'} /> {place?.title ?? t.choosePlace}
        </Picker>
      </div>
      <div>
        <h2>{t.file}</h2>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the field inside does the same with keys */}
        <div
          className={isOver ? 'drop-zone over' : 'drop-zone'}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(place !== undefined)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <Icon name="upload" />
          <label htmlFor={fileId} className={place ? 'button' : 'button disabled'}>
            {t.choose}
          </label>
          <input
            id={fileId}
            className="unseen"
            type="file"
            accept=".csv,.tsv,.txt,.xlsx,text/csv"
            disabled={!place}
            onChange={({ target }) => target.files?.[0] && onFile(target.files[0])}
          />
          <p className="quiet">{place ? t.drop : t.needsPlace}</p>
        </div>
      </div>
    </div>
  )
}
