import { area, type Faults } from '#design/fields.ts'
import type { Html } from '#design/html.ts'

const hint = 'One on each line, exactly as the program sends it. https:// only; http://localhost for development.'

/** The field for an application's redirect URIs. */
export function redirectField(value: string | undefined, faults: Faults): Html {
  return area({ name: 'redirect_uris', label: 'Redirect URIs', hint, value, optional: true, verbatim: true }, faults)
}

/** The redirect URIs that a form names, a line each. */
export function redirectUrisOf(form: Record<string, string>): string[] {
  return (form.redirect_uris ?? '').split(/\s+/).filter((line) => line !== '')
}
