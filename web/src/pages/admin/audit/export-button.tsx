import { type AuditLogRecord, queryAuditLog } from '@taskwright/sdk'
import { useState } from 'react'
import { api } from '../../../data/api.ts'
import { tell } from '../../../data/notices.ts'
import { numberText } from '../../../language/language.ts'
import { words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import { type AuditSearch, auditInput } from './audit-search.ts'
import { auditCsv } from './csv.ts'

const t = words('audit-export', {
  export: 'Export as CSV',
  reading: ({ count }: { count: string }) => `Reading … ${count}`,
  cut: ({ count }: { count: string }) => `The file has the newest ${count} records: narrow the days for the others.`,
  name: 'audit-log.csv',
})

/** More would not fit well into a page; a narrower time gives the rest. */
const mostRecords = 100_000

/** Gives out all records that the filters find as a file, read page by page. */
export function ExportButton({ search }: { search: AuditSearch }) {
  const [count, setCount] = useState<number>()
  const run = async () => {
    const records: AuditLogRecord[] = []
    try {
      let nextPageToken: string | undefined
      do {
        setCount(records.length)
        const page = await api.call(queryAuditLog, { ...auditInput(search), ...(nextPageToken && { nextPageToken }) })
        records.push(...page.data)
        nextPageToken = page.nextPageToken
      } while (nextPageToken && records.length < mostRecords)
      if (nextPageToken) tell(t.cut({ count: numberText(records.length) }))
      save(auditCsv(records))
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error), { isFault: true })
    }
    setCount(undefined)
  }
  return (
    <button type="button" className="secondary" disabled={count !== undefined} onClick={() => void run()}>
      <Icon name="upload" className="turned" />{' '}
      {count === undefined ? t.export : t.reading({ count: numberText(count) })}
    </button>
  )
}

function save(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = t.name
  link.click()
  URL.revokeObjectURL(address)
}
