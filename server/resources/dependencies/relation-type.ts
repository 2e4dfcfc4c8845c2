/** Which end of the predecessor holds which end of the successor. */
export const relationTypes = ['StartToStart', 'StartToFinish', 'FinishToStart', 'FinishToFinish'] as const
export type RelationType = (typeof relationTypes)[number]
