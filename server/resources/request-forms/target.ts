import type { Caller } from '#access/caller.ts'
import { permit } from '#access/permit.ts'
import type { Form } from '#forms/form.ts'

/** What answers to writes of a form show. */
export const whole = new Set(['target'] as const)

/** @throws {Refused} unless the caller itself may create what the form creates, where it creates it. */
export async function requireTarget(caller: Caller, creates: Form['creates'], folderId: number): Promise<void> {
  await permit(caller, creates === 'Task' ? 'createTask' : 'createFolder', { folder: folderId })
}
