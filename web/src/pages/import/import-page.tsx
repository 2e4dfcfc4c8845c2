import { useState } from 'react'
import { words } from '../../language/words.ts'
import { FileStep } from './file-step.tsx'
import { ImportResult } from './import-result.tsx'
import { MappingStep } from './mapping-step.tsx'
import { importRoute } from './routes.ts'
import './import.css'

const t = words('import-page', {
  title: 'Import tasks',
  lead: 'Bring tasks in from a CSV file or an Excel workbook. You see what will be made before anything is, and you can undo it afterwards.',
})

/** The way of a file: chosen, its columns told what they are, looked at, brought in, and undone if need be. */
export function ImportPage() {
  const { folder, done } = importRoute.useSearch()
  const navigate = importRoute.useNavigate()
  const [file, setFile] = useState<File>()
  return (
    <div className="page import-page">
      <header>
        <h1>{t.title}</h1>
        {!done && !file && <p className="quiet">{t.lead}</p>}
      </header>
      {done ? (
        <ImportResult importId={done} onAnother={() => navigate({ search: { ...(folder && { folder }) } })} />
      ) : folder && file ? (
        <MappingStep
          key={`${folder} ${file.name} ${file.lastModified}`}
          folderId={folder}
          file={file}
          onBack={() => setFile(undefined)}
          onStarted={(id) => {
            setFile(undefined)
            void navigate({ search: { folder, done: id } })
          }}
        />
      ) : (
        <FileStep
          folderId={folder}
          onFolder={(id) => navigate({ search: { folder: id }, replace: true })}
          onFile={setFile}
        />
      )}
    </div>
  )
}
