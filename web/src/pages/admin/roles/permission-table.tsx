import { words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'

const t = words('permission-table', { yes: 'Yes', no: 'No', what: 'What may be done', others: 'More' })

interface Column {
  id: string
  title: string
  description: string
  permissions?: string[]
}

interface PermissionTableProps {
  title: string
  columns: readonly Column[]
  /** Parts of the table, each with its permissions in order. */
  parts: readonly (readonly [string, readonly string[]])[]
  text: (name: string) => string
}

/** A table of permissions: a row each, a column for each role. Those that no part names come last. */
export function PermissionTable({ title, columns, parts, text }: PermissionTableProps) {
  const told = new Set(columns.flatMap(({ permissions = [] }) => permissions))
  const named = new Set(parts.flatMap(([, names]) => names))
  const others = [...told].filter((name) => !named.has(name))
  const shown = others.length > 0 ? [...parts, [t.others, others] as const] : parts
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it is wider than the page, and scrolled by the keys too
    <section className="permissions-table" aria-label={title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.what}</th>
            {columns.map((column) => (
              <th key={column.id} scope="col">
                {column.title}
                <span className="quiet">{column.description}</span>
              </th>
            ))}
          </tr>
        </thead>
        {shown.map(([part, names]) => (
          <tbody key={part}>
            {shown.length > 1 && (
              <tr>
                <th scope="rowgroup" colSpan={columns.length + 1}>
                  {part}
                </th>
              </tr>
            )}
            {names.map((name) => (
              <tr key={name}>
                <th scope="row">{text(name)}</th>
                {columns.map(({ id, permissions = [] }) => (
                  <td key={id}>
                    {permissions.includes(name) ? (
                      <>
                        <Icon name="check" />
                        <span className="unseen">{t.yes}</span>
                      </>
                    ) : (
                      <>
                        <span className="quiet" aria-hidden="true">
                          ·
                        </span>
                        <span className="unseen">{t.no}</span>
                      </>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}
