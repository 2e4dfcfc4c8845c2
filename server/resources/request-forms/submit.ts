import type { Caller } from '#access/caller.ts'
import { onBehalfOf } from '#access/on-behalf.ts'
import { permit } from '#access/permit.ts'
import { notAllowed } from '#contract/errors.ts'
import { change, changed } from '#events/change.ts'
import type { Answers } from '#forms/answers.ts'
import { compose } from '#forms/compose.ts'
import { type Around, type Created, createWork } from '#forms/create-work.ts'
import { resolvePeople } from '../contacts/resolve.ts'
import { type FormRow, formOf } from './access.ts'
import { requestFormSubmitted } from './events.ts'

/**
 * Makes a task or project of answers that were checked. It is the sender's, created with the reach of the form's keeper.
 *
 * @throws {Refused} `not_allowed` if the form is switched off or its keeper has left, and whatever creating refuses.
 */
export async function submitForm(caller: Caller, row: FormRow, answers: Answers, around: Around): Promise<Created> {
  const may = await permit(caller, 'submitForm', { folder: row.space_id })
  if (!row.enabled) throw notAllowed('The form is switched off')
  const form = formOf(row)
  const work = compose(form, answers)
  // Whom the keeper may know but not the sender is not there for the sender.
  await resolvePeople(
    caller,
    work.responsibles.map((contact) => ({ contact })),
  )

  return change(
    caller,
    async (rows, inside) => {
      const acting = await onBehalfOf(inside, row.keeper_id)
      if (!acting) throw notAllowed('Who keeps the form has left the account: somebody else has to save it')
      const created = await createWork(rows, acting, form, work, around)
      await rows.insert('request_form_submission', may, {
        request_form_id: row.request_form_id,
        person_id: caller.personId,
        task_id: 'taskId' in created ? created.taskId : null,
        project_id: 'projectId' in created ? created.projectId : null,
        answers: Object.fromEntries(answers),
      })
      return changed(created, requestFormSubmitted(row, created))
    },
    { locks: 'leaf' },
  )
}
