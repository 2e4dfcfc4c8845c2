import type { Caller } from '#access/caller.ts'
import { permit } from '#access/permit.ts'
import { role } from '#access/roles.ts'
import type { Handler, OperationRequest } from '#contract/handler.ts'
import type { Rows } from '#events/rows.ts'
import { decodeId } from '#ids/decode.ts'
import { createFolder } from '#resources/folders/create-folder.ts'
import { deriveAccess } from '#resources/folders/queries.ts'
import { stayInLockedSpaces } from '#resources/spaces/locked-spaces.ts'
import { createTask } from '#resources/tasks/create-task.ts'
import type { Work } from './compose.ts'
import type { Form } from './form.ts'

/** Number of the task or project that was created. */
export type Created = { taskId: number } | { projectId: number }

/** What every request of an operation carries beside its input. */
export type Around = Pick<OperationRequest<unknown>, 'services'>

/**
 * Creates what was asked for, by the very operations of the API: with their rules, their events and their refusals.
 * Whoever asked sees it.
 *
 * @param acting who asked, with the reach of the form's keeper, inside the change of `rows`.
 */
export async function createWork(rows: Rows, acting: Caller, form: Form, work: Work, around: Around): Promise<Created> {
  // A locked space lets in nobody, be it for what they asked for.
  await stayInLockedSpaces(acting, { within: [form.folderId], given: [acting.personId] })
  return form.creates === 'Task' ? asTask(acting, form, work, around) : asProject(rows, acting, form, work, around)
}

async function asTask(acting: Caller, form: Form, work: Work, around: Around): Promise<Created> {
  const { title, description, importance, customFields, responsibles } = work
  const dates = { ...(work.startDate ? { start: work.startDate } : {}), ...(work.dueDate ? { due: work.dueDate } : {}) }
  const { data } = await carryOut(createTask, acting, around, {
    folderId: form.folderId,
    title,
    description,
    ...(importance ? { importance } : {}),
    ...(Object.keys(dates).length > 0 ? { dates } : {}),
    responsibles: responsibles.map((contact) => ({ contact })),
    customFields,
  })
  return { taskId: numberOf('Task', data) }
}

async function asProject(rows: Rows, acting: Caller, form: Form, work: Work, around: Around): Promise<Created> {
  const { title, description, customFields, responsibles } = work
  const { data } = await carryOut(createFolder, acting, around, {
    folderId: form.folderId,
    title,
    description,
    customFields,
    project: {
      ownerIds: responsibles.map((contact) => ({ contact })),
      ...(work.startDate ? { startDate: work.startDate } : {}),
      ...(work.dueDate ? { endDate: work.dueDate } : {}),
    },
  })
  const projectId = numberOf('Folder', data)
  await showTo(rows, acting, form.folderId, projectId)
  return { projectId }
}

/** Who asked for a project follows it, as one who may comment; who sees it already keeps the role. */
async function showTo(rows: Rows, acting: Caller, parentId: number, projectId: number): Promise<void> {
  const may = await permit(acting, 'createFolder', { folder: parentId })
  const share = { folder_id: projectId, principal_id: acting.personId, role: role.limited }
  await rows.insertAll('folder_share', may, [share])
  await deriveAccess(rows, acting, [projectId])
}

/** Numbers of ids are marked with their type only by parsing; those of a form's row are read from it. */
function carryOut<O>(handler: Handler<O>, caller: Caller, { services }: Around, input: Record<string, unknown>) {
  return handler({ caller, input, services, fields: new Set(), pages: undefined, file: undefined } as never)
}

const numberOf = (type: 'Task' | 'Folder', data: readonly { id: string }[]): number =>
  decodeId(type, data[0]?.id ?? '')?.number as number
