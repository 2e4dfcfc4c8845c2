import { encodeAccountId, encodeDependencyId, encodeId } from '#ids/encode.ts'
import { type EntityType, letters } from '#ids/types.ts'
import type { Ids } from './ids-in-path.ts'

/** Numbers such as an account has after a year or so. */
const account = 17
const task = 4182
const numberOf = (type: string): number => 40 + [...type].reduce((sum, sign) => sum + sign.charCodeAt(0), 0)

const byType = (Object.keys(letters) as EntityType[]).map((type) => [type, encodeId(type, account, numberOf(type))])

/** Ids of the right form for samples: nobody has them, and every call with them means the same things. */
export const exampleIds: Ids = {
  ...Object.fromEntries(byType),
  Account: encodeAccountId(account),
  AsyncJob: encodeId('AsyncJob', account, 58_112),
  Task: encodeId('Task', account, task),
  SecondTask: encodeId('Task', account, task + 5),
  SpareTask: encodeId('Task', account, task + 9),
  SecondCustomStatus: encodeId('CustomStatus', account, numberOf('CustomStatus') + 1),
  SecondFolder: encodeId('Folder', account, numberOf('Folder') + 31),
  Contact: encodeId('Contact', account, 212),
  ContactOrInvitation: encodeId('Contact', account, 212),
  SecondContact: encodeId('Contact', account, 214),
  Self: encodeId('Contact', account, 208),
  Group: encodeId('Contact', account, -12),
  DependencyKey: encodeDependencyId(account, task, task + 5),
  fileToken: 'k7Q2mX9dTf4',
  fileName: 'plan.png',
}
