import type { Page, Redirect } from '#design/page.ts'
import { fault } from '../fault-page.ts'
import type { PersonalVisit } from '../visit.ts'

type Answer = (visit: PersonalVisit) => Promise<Page | Redirect>

/** Lets those in who run the server. To all others there is no such page. */
export function ofServer(answer: Answer): Answer {
  return async (visit) =>
    visit.person.runsServer ? answer(visit) : fault('There is no such page', 'The address may be old or mistyped.', 404)
}
