import type { Handler } from '#contract/handler.ts'
import * as contract from './contract.ts'

/** Lists the colours that statuses may have. */
export const queryColors: Handler<typeof contract.queryColors> = async () => ({
  data: contract.statusColorNames.map((name) => ({ name, hex: contract.statusColors[name] })),
})
