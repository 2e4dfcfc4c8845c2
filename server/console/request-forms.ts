import { type Caller, loadCaller } from '#access/caller.ts'
import { Refused } from '#contract/errors.ts'
import type { Faults } from '#design/fields.ts'
import type { Page } from '#design/page.ts'
import { type Answers, collectAnswers, faultsOf } from '#forms/answers.ts'
import { fieldsOf } from '#forms/form.ts'
import { decodeId } from '#ids/decode.ts'
import { encodeId } from '#ids/encode.ts'
import { personRows } from '#resources/contacts/queries.ts'
import { type FormRow, formById, formOf } from '#resources/request-forms/access.ts'
import { submitForm } from '#resources/request-forms/submit.ts'
import type { Choosable } from './answer-field.ts'
import type { Browser } from './browser.ts'
import { fault } from './fault-page.ts'
import { requestFormPage, sentPage } from './request-form-page.ts'
import type { PersonalVisit } from './visit.ts'

/** Where people fill in a request form; the address may bring answers with it (createRequestFormPrefillUrl). */
export function requestFormPages(pages: Browser): void {
  pages.readSignedIn('/forms/:form', async (visit) => {
    const found = await formOfVisit(visit)
    return found ? fill(visit, found, answersOf(found.row, visit.request.query), {}) : noForm()
  })

  pages.sendSignedIn('/forms/:form', async (visit) => {
    const found = await formOfVisit(visit)
    if (!found) return noForm()
    const { caller, row } = found
    const answers = answersOf(row, visit.request.body)
    const faults = Object.fromEntries(faultsOf(formOf(row), answers))
    if (Object.keys(faults).length > 0) return fill(visit, found, answers, faults)
    try {
      await submitForm(caller, row, answers, visit)
      return { redirect: `${pathOf(visit)}/sent` }
    } catch (error) {
      // What creating refuses is told as the form's fault; nothing was written.
      if (error instanceof Refused && error.status < 500) return fill(visit, found, answers, { '': error.message })
      throw error
    }
  })

  pages.readSignedIn('/forms/:form/sent', async (visit) => {
    const found = await formOfVisit(visit)
    return found ? sentPage(formOf(found.row), pathOf(visit)) : noForm()
  })
}

interface Found {
  caller: Caller
  row: FormRow
}

/** The form and who looks at it; undefined if there is none, it is not shared with them, or it is switched off. */
async function formOfVisit({ database, person, params }: PersonalVisit): Promise<Found | undefined> {
  const decoded = decodeId('Form', params.form ?? '')
  if (decoded?.accountId === undefined) return undefined
  const who = { accountId: decoded.accountId, personId: person.personId, scopes: [], clientId: 'console' }
  const caller = await loadCaller(database, who)
  if (!caller) return undefined
  try {
    const row = await formById(caller, decoded.number)
    return row.enabled ? { caller, row } : undefined
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
}

async function fill(visit: PersonalVisit, { caller, row }: Found, answers: Answers, faults: Faults): Promise<Page> {
  const form = formOf(row)
  const asksForPeople = fieldsOf(form).some((field) => field.type === 'Contact')
  const people = asksForPeople ? await choosable(caller) : []
  return requestFormPage({ form, path: pathOf(visit), formToken: visit.formToken, answers, faults, people })
}

async function choosable(caller: Caller): Promise<Choosable[]> {
  const rows = await personRows(caller)
  return rows
    .filter((row) => row.state === 'active')
    .map((row) => ({
      id: encodeId('Contact', caller.accountId, row.person_id),
      name: `${row.first_name} ${row.last_name}`.trim() || row.email,
    }))
}

/** Answers among the fields of an address or a form; what names no question is left aside. */
function answersOf(row: FormRow, given: unknown): Answers {
  const fields = (given ?? {}) as Record<string, string | string[]>
  return collectAnswers(
    fieldsOf(formOf(row)).flatMap(({ id }) => [fields[id] ?? []].flat().map((value) => ({ id, value }))),
  )
}

const pathOf = ({ params }: PersonalVisit): string => `/forms/${encodeURIComponent(params.form ?? '')}`

const noForm = (): Page => fault('There is no such form', 'It may be gone, or not be shared with you.', 404)
