import { type Deprecation, deprecationText } from '#contract/deprecation.ts'
import { notice } from '#design/components.ts'
import { type Html, html } from '#design/html.ts'

/** Says of an operation, a parameter or a member that it should not be used any more, and what to use instead. */
export const deprecationNote = (deprecation: Deprecation | undefined): Html | undefined =>
  deprecation && notice(html`<p>${deprecationText(deprecation)}</p>`, 'warn')

/** The same of single values of a list. */
export const valueDeprecationNotes = (values: Readonly<Record<string, Deprecation | undefined>>): Html[] =>
  Object.entries(values).flatMap(([value, deprecation]) =>
    deprecation ? [notice(html`<p><code>${value}</code>: ${deprecationText(deprecation)}</p>`, 'warn')] : [],
  )
