import { createClient } from '@taskwright/sdk'
import { reach } from './connection.ts'
import { accessToken } from './session.ts'

/** The API of the server that this page came from, as it is. Pages use `api`, which knows what waits to be sent. */
export const server = createClient({ server: '', token: accessToken, fetch: reach })
