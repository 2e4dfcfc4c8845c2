import { tag } from '#design/components.ts'
import type { Html } from '#design/html.ts'
import type { ListedPerson } from './people-query.ts'

/** How a person can sign in, in a word. */
export function signInTag({
  email_confirmed_at,
  password_hash,
}: Pick<ListedPerson, 'email_confirmed_at' | 'password_hash'>): Html {
  if (email_confirmed_at === null) return tag('Not confirmed', 'warn')
  return password_hash === null ? tag('No password yet', 'warn') : tag('Can sign in', 'good')
}
