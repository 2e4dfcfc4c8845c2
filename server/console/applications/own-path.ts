import type { Page, Redirect } from '#design/page.ts'
import { fault } from '../fault-page.ts'
import type { PersonalVisit } from '../visit.ts'
import { findAnyApplication, findOwnApplication, type OwnApplication } from './own-applications.ts'

type Answer = (visit: PersonalVisit, application: OwnApplication) => Promise<Page | Redirect | undefined>

/** Finds the application of the path among the person's own; another's looks like none. */
export function ofOwn(answer: Answer): (visit: PersonalVisit) => Promise<Page | Redirect | undefined> {
  return async (visit) => {
    const application = await findOwnApplication(visit.database, visit.person.personId, visit.params.clientId ?? '')
    return application ? answer(visit, application) : noSuch()
  }
}

/**
 * The same, and whoever runs the server sees every application: for pages that show no secret and change nothing. What
 * `asServerOwner` says is theirs alone.
 */
export function ofOwnOrServer(answer: Answer): (visit: PersonalVisit) => Promise<Page | Redirect | undefined> {
  return async (visit) => {
    const { database, person } = visit
    const clientId = visit.params.clientId ?? ''
    const application =
      (await findOwnApplication(database, person.personId, clientId)) ??
      (person.runsServer ? await findAnyApplication(database, clientId) : undefined)
    return application ? answer(visit, application) : noSuch()
  }
}

const noSuch = () => fault('There is no such application', 'Perhaps it was deleted, or it is somebody else’s.', 404)

/** The same for what only owners of the application and admins of its account may do. */
export function ofManaged(answer: Answer): (visit: PersonalVisit) => Promise<Page | Redirect | undefined> {
  return ofOwn(async (visit, application) =>
    application.mayManage
      ? answer(visit, application)
      : fault('Only an owner may do this', 'Ask an owner of the application; People says who that is.', 403),
  )
}
