import type { Caller } from '#access/caller.ts'
import { type Permit, permit } from '#access/permit.ts'

/** Permits changing the fields of the folder or task that a path names. */
export const permitFieldsOf = (
  caller: Caller,
  input: { folderId?: number | undefined; taskId?: number | undefined },
): Promise<Permit<'editFolder' | 'editTask'>> =>
  input.taskId === undefined
    ? permit(caller, 'editFolder', { folder: input.folderId as number })
    : permit(caller, 'editTask', { task: input.taskId })
