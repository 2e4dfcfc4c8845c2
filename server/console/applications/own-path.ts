import type { Page, Redirect } from '#design/page.ts'
import { fault } from '../fault-page.ts'
import type { PersonalVisit } from '../visit.ts'
import { findOwnApplication, type OwnApplication } from './own-applications.ts'

type Answer = (visit: PersonalVisit, application: OwnApplication) => Promise<Page | Redirect>

/** Finds the application of the path among the person's own; another's looks like none. */
export function ofOwn(answer: Answer): (visit: PersonalVisit) => Promise<Page | Redirect> {
  return async (visit) => {
    const application = await findOwnApplication(visit.database, visit.person.personId, visit.params.clientId ?? '')
    if (!application)
      return fault('There is no such application', 'Perhaps it was deleted, or it is somebody else’s.', 404)
    return answer(visit, application)
  }
}
